import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moveInGrid } from '#client/parts/moveInGrid.ts';
import type { GalleryItem, GalleryMonth } from '#client/stores/gallery/toMonths.ts';
import { cx } from '#client/ui/cx.ts';
import { layoutMonths, rowsIn, topOf, type GalleryMeasure, type MonthBox } from './layoutMonths.ts';
import { MonthScrubber } from './MonthScrubber.tsx';
import { monthName } from './monthName.ts';
import { useView } from './useView.ts';

/** Rows that stand ready above and below what is in sight, px. */
const aheadPx = 600;

export type MonthSectionsProps = {
  months: readonly GalleryMonth[];
  /** the name of the whole list */
  label: string;
  /** how things stand in so many px of width, 0 before it was measured */
  measureOf: (width: number) => GalleryMeasure;
  /** the rows of a month have one outer edge */
  isFramed: boolean;
  /** `tabIndex`: 0 for the one that the Tab key leads to. What it draws takes the focus where it has `data-item`. */
  renderItem: (item: GalleryItem, tabIndex: 0 | -1) => ReactNode;
  /** where something stands that was counted and is not there yet */
  placeholder: ReactNode;
  /** So many things of a month are in sight, or nearly. */
  onWant: (month: string, count: number) => void;
};

/** Everything of a gallery by months, whose heads stay on top. Only what is near to the sight is in the page; the rest is empty room of its exact height. */
export function MonthSections(props: MonthSectionsProps) {
  const { months, label, measureOf, onWant } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const view = useView(scroller, list);
  const measure = useMemo(() => measureOf(view.width), [measureOf, view.width]);
  const boxes = useMemo(() => layoutMonths(months, measure), [months, measure]);
  const [from, to] = [view.top - aheadPx, view.top + view.height + aheadPx];
  const near = boxes.filter(({ top, height }) => top < to && top + height > from);
  const wants = near
    .map((box) => `${box.month.month} ${rowsIn(box, measure, from, to)[1] * measure.columns}`)
    .join(' ');
  useEffect(() => {
    const words = wants.split(' ');
    for (let at = 0; at + 1 < words.length; at += 2) onWant(words[at] ?? '', Number(words[at + 1]));
  }, [wants, onWant]);
  const keys = useRovingItem(boxes, measure, scroller);
  const isNear = (box: MonthBox): boolean => near.includes(box);
  const current = boxes.findLast(({ top }) => top <= view.top + measure.head) ?? boxes[0];
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        data-gallery
        role="group"
        aria-label={label}
        className="scroll-pane relative size-full px-6 pb-6 max-tablet:px-0 desk:pe-[70px]"
      >
        <div ref={list} role="presentation" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
          {boxes.map((box) => (
            <Section
              key={box.month.month}
              {...props}
              {...{ box, measure }}
              rows={isNear(box) ? rowsIn(box, measure, from, to) : undefined}
              active={keys.active}
            />
          ))}
        </div>
      </div>
      <MonthScrubber
        months={boxes.map((box) => box.month.month)}
        current={current?.month.month}
        height={view.height}
        onPick={(month) => {
          const box = boxes.find((one) => one.month.month === month);
          if (box) scroller.current?.scrollTo({ top: box.top });
        }}
      />
    </div>
  );
}

type SectionProps = MonthSectionsProps & {
  box: MonthBox;
  measure: GalleryMeasure;
  /** undefined: far from sight */
  rows: [number, number] | undefined;
  active: string | undefined;
};

function Section({ box, measure, rows, active, isFramed, renderItem, placeholder }: SectionProps) {
  const { i18n } = useTranslation();
  const id = useId();
  const { month, count, items } = box.month;
  const { columns, row, gap } = measure;
  const span = rows
    ? Array.from({ length: (rows[1] - rows[0]) * columns }, (_, at) => (rows[0] as number) * columns + at)
    : [];
  return (
    <section aria-labelledby={id} style={{ height: box.height }}>
      <h2
        id={id}
        className="sticky top-0 z-2 flex items-baseline gap-2 bg-surface-sunken pt-3 text-15 font-[650] max-tablet:px-4"
        style={{ height: measure.head }}
      >
        {monthName(month, i18n.language)}
        <span className="text-12 font-normal text-ink-soft tabular-nums">
          {new Intl.NumberFormat(i18n.language).format(count)}
        </span>
      </h2>
      <div
        role="list"
        aria-labelledby={id}
        className={cx('relative', isFramed && 'overflow-hidden rounded-card max-tablet:rounded-none')}
        style={{ height: box.rows * row + Math.max(0, box.rows - 1) * gap }}
      >
        {span
          .filter((index) => index < count)
          .map((index) => {
            const item = items[index];
            return (
              <div
                key={item?.key ?? index}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={count}
                className="absolute"
                style={{
                  top: Math.floor(index / columns) * (row + gap),
                  insetInlineStart: `calc(${index % columns} * (100% + ${gap}px) / ${columns})`,
                  width: `calc((100% - ${(columns - 1) * gap}px) / ${columns})`,
                  height: row,
                }}
              >
                {item ? renderItem(item, item.key === active ? 0 : -1) : placeholder}
              </div>
            );
          })}
      </div>
    </section>
  );
}

/** One stop for the Tab key; arrows go from thing to thing, over months too. */
function useRovingItem(
  boxes: readonly MonthBox[],
  measure: GalleryMeasure,
  scroller: { current: HTMLDivElement | null },
) {
  const [key, setKey] = useState<string>();
  const wanted = useRef<string>(undefined);
  const all = useMemo(
    () => boxes.flatMap((box) => box.month.items.map((item, index) => ({ key: item.key, box, index }))),
    [boxes],
  );
  const active = all.some((one) => one.key === key) ? key : all[0]?.key;
  useEffect(() => {
    if (wanted.current === undefined) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(wanted.current)}"]`);
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });
  return {
    active,
    onFocus: ({ target }: { target: EventTarget }) => {
      const item =
        target instanceof HTMLElement ? target.closest<HTMLElement>('[data-item]')?.dataset['item'] : undefined;
      if (item !== undefined) setKey(item);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).matches('[data-item]'))
        return;
      const index = all.findIndex((one) => one.key === active);
      const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
      const next = moveInGrid(event.key, { index, count: all.length, columns: measure.columns, isRtl });
      const goal = next === undefined ? undefined : all[next];
      const element = scroller.current;
      if (!goal || !element) return;
      event.preventDefault();
      const top = topOf(goal.box, measure, goal.index);
      if (top - measure.head < element.scrollTop) element.scrollTo({ top: top - measure.head });
      else if (top + measure.row > element.scrollTop + element.clientHeight)
        element.scrollTo({ top: top + measure.row - element.clientHeight });
      wanted.current = goal.key;
      setKey(goal.key);
    },
  };
}
