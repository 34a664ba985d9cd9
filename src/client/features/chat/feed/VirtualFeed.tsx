import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { carryRange, firstRange } from './feedRange.ts';
import type { FeedRange, FeedSizes } from './feedRange.ts';
import type { FeedView } from './FeedFrame.ts';
import { FeedScroller } from './FeedScroller.ts';
import type { FeedOpening, FeedPlace, FeedSpot } from './FeedPlace.ts';

/** What a line has to say to be placed; the rest is `renderItem`'s. */
export interface FeedEntry {
  key: string;
  /** lines of one day follow each other; each day has a head that sticks */
  day: string;
  /** an own line at the end takes a reader who is near the end along */
  isOwn: boolean;
  /** `hole`: what fills it takes its place, so the view holds on to another line */
  kind?: string;
}

export interface VirtualFeedHandle {
  scrollToEnd(): void;
  /** Brings a line into view; `start` leaves room for the sticky day. Answers whether the line exists. */
  scrollToKey(key: string, place: FeedPlace): boolean;
  /** Focuses a line's article, drawing it first where needed. */
  focusKey(key: string): boolean;
  isNearEnd(): boolean;
  /** Where the reader is; undefined before anything is in sight. */
  spot(): FeedSpot | undefined;
}

export type VirtualFeedProps<Item extends FeedEntry> = {
  items: readonly Item[];
  renderItem: (item: Item, index: number) => ReactNode;
  renderSection: (day: string) => ReactNode;
  /** where it opens; read once, so give the component a new `key` for another place */
  opensAt: FeedOpening;
  /** heights by key; kept by the caller, who may hand them in again for the same conversation */
  sizes: FeedSizes;
  /** above the first line; drawn only when that line is */
  head?: ReactNode;
  /** below the last line */
  foot?: ReactNode;
  /** false while more lines exist below the last one: then nothing keeps the view at the end */
  isEndReal: boolean;
  onView?: (view: FeedView) => void;
  label: string;
  isBusy?: boolean;
  ref?: Ref<VirtualFeedHandle>;
};

/**
 * A conversation that never jumps. Only the lines near the view are in the document, in normal flow, so that days stick by CSS alone; spacers stand in
 * for the others. {@link FeedScroller} keeps the view still.
 */
export function VirtualFeed<Item extends FeedEntry>(props: VirtualFeedProps<Item>) {
  const { items, renderItem, renderSection, head, foot, label, isBusy, isEndReal, onView } = props;
  const [scroller] = useState(() => new FeedScroller(props.sizes, props.opensAt));
  const view = useRef<HTMLDivElement>(null);
  const spacerTop = useRef<HTMLDivElement>(null);
  const spacerBottom = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => items.map(({ key }) => key), [items]);
  const gaps = useMemo(() => new Set(items.filter(({ kind }) => kind === 'hole').map(({ key }) => key)), [items]);
  const [drawn, setDrawn] = useState(() => ({ keys, range: openRange(keys, props.opensAt) }));
  let { range } = drawn;
  if (drawn.keys !== keys) {
    // The same lines stay drawn, wherever they stand in the new list.
    range = carryRange(range, drawn.keys, keys) ?? openRange(keys, 'end');
    setDrawn({ keys, range });
  }
  useLayoutEffect(() => {
    if (!view.current || !spacerTop.current || !spacerBottom.current) return undefined;
    return scroller.attach({ view: view.current, spacerTop: spacerTop.current, spacerBottom: spacerBottom.current });
  }, [scroller]);
  useLayoutEffect(() => {
    const setRange = (next: FeedRange) => setDrawn((now) => ({ ...now, range: next }));
    const endsWithOwn = items.at(-1)?.isOwn ?? false;
    scroller.commit({ keys, gaps, range, isEndReal, endsWithOwn, setRange, onView });
  });
  useImperativeHandle(
    props.ref,
    () => ({
      scrollToEnd: () => scroller.scrollToEnd(),
      scrollToKey: (key, place) => scroller.show(key, place) !== undefined,
      focusKey(key) {
        const line = scroller.show(key, 'nearest');
        line?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
        return line !== undefined;
      },
      isNearEnd: () => scroller.isNearEnd(),
      spot: () => scroller.spot(),
    }),
    [scroller],
  );
  // ARIA wants an article in a feed, or a promise of one: an empty chat has neither.
  const isFeed = items.length > 0 || isBusy === true;
  return (
    <div
      ref={view}
      onScroll={() => scroller.handleScroll()}
      className="scroll-pane size-full [overflow-anchor:none]"
      // Without a message in focus the pane itself takes the scrolling keys.
      tabIndex={-1}
    >
      <div className="mx-auto flex min-h-full w-full max-w-[calc(var(--column)+32px)] flex-col px-4 pb-2 max-tablet:px-3">
        <div className="flex-1" />
        {range.from === 0 && head}
        <div ref={spacerTop} aria-hidden className="flex-none" />
        <div role={isFeed ? 'feed' : undefined} aria-label={isFeed ? label : undefined} aria-busy={isBusy || undefined}>
          {sectionsOf(items, range).map(({ day, number, start, end }) => (
            <section key={`${day} ${number}`} className="relative">
              {renderSection(day)}
              {items.slice(start, end).map((item, offset) => (
                <div key={item.key} ref={scroller.observe} data-key={item.key}>
                  {renderItem(item, start + offset)}
                </div>
              ))}
            </section>
          ))}
        </div>
        <div ref={spacerBottom} aria-hidden className="flex-none" />
        {foot}
      </div>
    </div>
  );
}

function openRange(keys: readonly string[], at: { key: string } | 'end'): FeedRange {
  const index = at === 'end' ? -1 : keys.indexOf(at.key);
  return firstRange(keys.length, index < 0 ? 'end' : index);
}

/** Neighbours of one day. A day may come twice when clocks differ; `number` tells the second one apart, or two sections would share a key. */
function sectionsOf(items: readonly FeedEntry[], { from, to }: FeedRange) {
  const sections: { day: string; number: number; start: number; end: number }[] = [];
  const numbers = new Map<string, number>();
  for (let index = 0; index < to; index += 1) {
    const day = items[index]?.day ?? '';
    const isNewDay = index === 0 || day !== items[index - 1]?.day;
    if (isNewDay) numbers.set(day, (numbers.get(day) ?? 0) + 1);
    if (index < from) continue;
    const last = sections.at(-1);
    if (last && !isNewDay) last.end = index + 1;
    else sections.push({ day, number: numbers.get(day) ?? 0, start: index, end: index + 1 });
  }
  return sections;
}
