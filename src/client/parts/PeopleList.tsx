import { useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { PersonRow, type PersonRowProps } from './PersonRow.tsx';

export type PeopleListRow =
  | { kind: 'person'; key: string; person: Omit<PersonRowProps, 'tabIndex' | 'onFocus' | 'onKeyDown' | 'readerLang'> }
  /** a heading with what stands at its end */
  | { kind: 'label'; key: string; text: string; end?: ReactNode }
  /** anything else, such as a note */
  | { kind: 'note'; key: string; node: ReactNode };

/** What a search field above the list may ask for. */
export type PeopleListHandle = { focusFirst: () => void };

export type PeopleListProps = {
  /** the accessible name */
  label: string;
  rows: readonly PeopleListRow[];
  /** an arrow up from the first row leaves the list */
  onLeaveTop?: () => void;
  ref?: Ref<PeopleListHandle>;
};

/** Frames in which a row that was out of sight is drawn and measured; before that it is hidden and takes no focus. */
const FOCUS_FRAMES = 20;

/** People in a column that may be thousands long: only what is in sight is in the page. One tab stop; arrows, Home and End move between people. */
export function PeopleList({ label, rows, onLeaveTop, ref }: PeopleListProps) {
  const { i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const people = rows.flatMap((row, index) => (row.kind === 'person' ? [{ key: row.key, index }] : []));
  const [lastKey, setLastKey] = useState<string>();
  // The tab stop: where the focus was last, else the person who is open, else the first.
  const startKey = lastKey ?? rows.find((row) => row.kind === 'person' && row.person.isChosen)?.key;
  const current = Math.max(
    0,
    people.findIndex(({ key }) => key === startKey),
  );

  const focusPerson = (position: number) => {
    const target = people[position];
    if (!target) return;
    virtualizer.current?.scrollToIndex(target.index, { align: 'nearest' });
    setLastKey(target.key);
    if (scroller.current) focusRow(scroller.current, target.index, FOCUS_FRAMES);
  };
  useImperativeHandle(ref, () => ({ focusFirst: () => focusPerson(0) }));

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: people.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) onLeaveTop?.();
    else focusPerson(Math.min(next, people.length - 1));
  };

  const positions = new Map(people.map(({ index }, order) => [index, order + 1]));
  const keptRow = people[current]?.index;
  return (
    <div ref={scroller} role="list" aria-label={label} className="scroll-pane relative flex-1 px-2 pb-3">
      <Virtualizer
        ref={virtualizer}
        data={rows}
        scrollRef={scroller}
        keepMounted={keptRow === undefined ? [] : [keptRow]}
      >
        {(row: PeopleListRow, index: number) => {
          if (row.kind !== 'person') return <OtherRow key={row.key} row={row} />;
          return (
            <div
              key={row.key}
              role="listitem"
              aria-posinset={positions.get(index)}
              aria-setsize={people.length}
              data-row={index}
            >
              <PersonRow
                {...row.person}
                readerLang={i18n.language}
                tabIndex={index === keptRow ? 0 : -1}
                onFocus={() => setLastKey(row.key)}
                onKeyDown={handleKeyDown}
              />
            </div>
          );
        }}
      </Virtualizer>
    </div>
  );
}

function OtherRow({ row }: { row: Exclude<PeopleListRow, { kind: 'person' }> }) {
  return (
    <div role="listitem">{row.kind === 'label' ? <SectionLabel end={row.end}>{row.text}</SectionLabel> : row.node}</div>
  );
}

/** Puts the focus on a row's target as soon as it can take it. */
function focusRow(list: HTMLElement, index: number, frames: number): void {
  requestAnimationFrame(() => {
    const target = list.querySelector<HTMLElement>(`[data-row="${index}"] :is(a, button)`);
    target?.focus({ preventScroll: true });
    const isThere = target !== null && document.activeElement === target;
    if (!isThere && frames > 0) focusRow(list, index, frames - 1);
  });
}
