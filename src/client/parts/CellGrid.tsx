import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { moveInGrid } from './moveInGrid.ts';

export type CellGridProps<Item> = {
  /** the accessible name */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** the name of a cell: what its press does */
  labelOf: (item: Item) => string;
  renderCell: (item: Item) => ReactNode;
  onPick: (item: Item) => void;
  isDisabled?: boolean;
  className?: string;
  cellClass?: string;
};

/**
 * Buttons in rows that are one stop of the Tab key; arrows, Home and End move within. A press does not take the focus, so that the keyboard of a phone and a text that is being written stay as they
 * are.
 */
export function CellGrid<Item>(props: CellGridProps<Item>) {
  const { label, items, keyOf, labelOf, renderCell, onPick, isDisabled = false, className, cellClass } = props;
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, items.length - 1);
  const handleKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const cells = Array.from(event.currentTarget.children).filter((each) => each instanceof HTMLElement);
    const index = cells.indexOf(document.activeElement as HTMLElement);
    if (index < 0) return;
    const first = cells[0]?.offsetTop;
    const next = moveInGrid(event.key, {
      index,
      count: cells.length,
      columns: cells.filter((cell) => cell.offsetTop === first).length,
      isRtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    });
    if (next === undefined) return;
    event.preventDefault();
    cells[next]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons inside
    <div role="group" aria-label={label} onKeyDown={handleKey} className={className}>
      {items.map((item, index) => (
        <button
          key={keyOf(item)}
          type="button"
          tabIndex={index === active ? 0 : -1}
          aria-label={labelOf(item)}
          title={labelOf(item)}
          // Not `disabled`: the list can still be walked through and read.
          aria-disabled={isDisabled || undefined}
          onPointerDown={(event) => event.preventDefault()}
          onFocus={() => setChosen(index)}
          onClick={() => {
            if (!isDisabled) onPick(item);
          }}
          className={cellClass}
        >
          {renderCell(item)}
        </button>
      ))}
    </div>
  );
}
