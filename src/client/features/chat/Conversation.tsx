import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { flushSync } from 'react-dom';
import { DateSeparator } from '#client/parts/DateSeparator.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { swallowRelease } from '#client/ui/swallowRelease.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import { FeedHead } from './feed/FeedHead.tsx';
import type { FeedHeadProps } from './feed/FeedHead.tsx';
import type { FeedSizes } from './feed/feedRange.ts';
import type { FeedOpening, FeedView } from './feed/FeedScroller.ts';
import { VirtualFeed } from './feed/VirtualFeed.tsx';
import type { VirtualFeedHandle } from './feed/VirtualFeed.tsx';
import { JumpButtons } from './JumpButtons.tsx';
import { FeedLine } from './lines/FeedLine.tsx';
import type { LineEvents, LineLook } from './lines/LineLook.ts';
import { actionsOf } from './model/actionsOf.ts';
import type { MessageAction } from './model/actionsOf.ts';
import { dayName } from './model/chatTimes.ts';
import type { FeedItem } from './model/FeedItem.ts';
import { isNews, jumpGoal } from './model/jumpGoal.ts';
import type { ReadingSpot } from './model/ReadingSpot.ts';
import { useDayTitle } from './useDayTitle.ts';
import type { LineOverlay } from './overlays/LineOverlay.ts';
import type { MessageVersion } from './overlays/VersionsDialog.tsx';

const LineOverlays = lazyPart(() => import('./overlays/LineOverlays.tsx').then((m) => m.LineOverlays));
const AHEAD = [LineOverlays];

/** Ask for more when fewer px than this are left beyond the view. */
const LOAD_AHEAD_PX = 1200;
/** Further from the end than this shows the way back, px. */
const FAR_PX = 600;
/** How long the place somebody jumped to is marked, ms. */
const FOUND_MS = 1800;

export interface ConversationHandle {
  scrollToEnd(): void;
  /** Focuses the newest message, for keyboards. */
  focusLast(): void;
  /** Where the reader is. */
  spot(): ReadingSpot | undefined;
  /** Puts the reader where they were; false when the line is not in the window. */
  show(spot: ReadingSpot): boolean;
}

export type ConversationProps = {
  items: readonly FeedItem[];
  look: Omit<LineLook, 'on'>;
  title: string;
  /** Where it opens: the first unread message, a message somebody linked to, or the end. Read once. */
  opensAt: FeedOpening;
  /** marks this line for a moment after opening */
  foundKey?: string | undefined;
  sizes: FeedSizes;
  head: FeedHeadProps;
  /** below the newest message; its height must not change */
  foot?: ReactNode;
  /** read position (seq): what is older is no news */
  readSeq: number;
  /** how many are new in the whole chat: the count beside the way back while the newest ones are not in these items */
  unread: number;
  atStart: boolean;
  atEnd: boolean;
  isLoading: boolean;
  /** server clock, ms */
  now: () => number;
  onReact: (item: FeedItem, emoji: string) => void;
  /** everything but reacting, copying and unsending is the caller's */
  onAct: (item: FeedItem, action: MessageAction) => void;
  onUnsend: (item: FeedItem) => void;
  loadVersions: (item: FeedItem) => Promise<readonly MessageVersion[] | undefined>;
  onLoadOlder: () => void;
  onLoadNewer: () => void;
  /** A press on a day's chip. */
  onPickDay?: ((day: string, chip: Element) => void) | undefined;
  /** the highest seq in sight, 0 when none is */
  onSee: (seq: number) => void;
  /** the seqs in sight, whoever wrote them */
  onLook?: (sight: { from: number; to: number }) => void;
  /** The end, or the first unread message, is not loaded: replace the window. */
  onJump: (place: 'end' | 'unread') => void;
  /** Draws the line "unread from here" above the message of this seq. */
  onLine: (seq: number) => void;
  /** The reader left this place by a jump inside the window. */
  onDepart: (spot: ReadingSpot) => void;
  /** the place the reader can go back to */
  back: ReadingSpot | undefined;
  onBack: () => void;
  /** The reader came back to it by scrolling. */
  onArrive: () => void;
  ref?: Ref<ConversationHandle>;
};

/** The messages of a chat: scrolling, keyboard, menus. Everything it shows comes in as props. */
export function Conversation(props: ConversationProps) {
  const { items, look: shared, title, atStart, atEnd } = props;
  const { t } = shared;
  const feed = useRef<VirtualFeedHandle>(null);
  const latest = useRef(props);
  const [activeKey, setActiveKey] = useState<string>();
  const [overlay, setOverlay] = useState<LineOverlay>();
  const [sight, setSight] = useState({ isFar: false, seenSeq: 0 });
  const last = useRef(0);
  const foundKey = useFound(props.foundKey);
  usePreload(AHEAD);
  useEffect(() => {
    latest.current = props;
  });
  const on = useMemo(() => toEvents(latest, feed, setActiveKey, setOverlay), []);
  const look = useMemo<LineLook>(() => ({ ...shared, on }), [shared, on]);
  const handleView = useCallback((view: FeedView) => {
    const now = latest.current;
    if (!now.atStart && view.above < LOAD_AHEAD_PX) now.onLoadOlder();
    if (!now.atEnd && view.below < LOAD_AHEAD_PX) now.onLoadNewer();
    const seq = seqAtOrBefore(now.items, view.last);
    now.onSee(seq);
    now.onLook?.({ from: seqAtOrBefore(now.items, view.first), to: seq });
    const isFar = !now.atEnd || view.below > FAR_PX;
    const home = now.back && now.items.findIndex(({ key }) => key === now.back?.key);
    if (home !== undefined && home >= view.first && home <= view.last) now.onArrive();
    last.current = view.last;
    setSight((old) => {
      const seenSeq = Math.max(old.seenSeq, seq);
      return old.isFar === isFar && old.seenSeq === seenSeq ? old : { isFar, seenSeq };
    });
  }, []);
  const seenSeq = Math.max(sight.seenSeq, props.readSeq);
  const fresh = sight.isFar ? items.filter((item) => isNews(item, seenSeq)).length : 0;
  const jump = () => {
    const { unread, readSeq } = props;
    const goal = jumpGoal({ items, last: last.current, seenSeq, atEnd, unread, readSeq });
    if (goal.t === 'unread' || (goal.t === 'end' && !goal.isLoaded)) {
      props.onJump(goal.t);
      return;
    }
    const spot = toSpot(items, feed.current);
    if (goal.t === 'end') feed.current?.scrollToEnd();
    else {
      // The line has to stand before its message is brought into view below it.
      flushSync(() => props.onLine(goal.seq));
      feed.current?.scrollToKey(goal.key, 'start');
    }
    if (spot) props.onDepart(spot);
  };
  useImperativeHandle(props.ref, () => ({
    scrollToEnd: () => feed.current?.scrollToEnd(),
    focusLast: () => void feed.current?.focusKey(latest.current.items.at(-1)?.key ?? ''),
    spot: () => toSpot(latest.current.items, feed.current),
    show: ({ key, top }) => feed.current?.scrollToKey(key, top) ?? false,
  }));
  // A gap at either end has an unknown number of messages.
  const total = atStart && atEnd ? items.length : -1;
  const current = items.some(({ key }) => key === activeKey) ? activeKey : items.at(-1)?.key;
  return (
    <div className="relative min-h-0 flex-1 bg-surface-sunken [--plane:var(--surface-sunken)]">
      <VirtualFeed
        ref={feed}
        items={items}
        label={t('chat.feed', { title })}
        isBusy={props.isLoading}
        opensAt={props.opensAt}
        sizes={props.sizes}
        isEndReal={atEnd}
        head={<FeedHead {...props.head} />}
        foot={props.foot}
        onView={handleView}
        renderSection={(day) => <DayHead day={day} look={look} onPick={props.onPickDay} />}
        renderItem={(item, index) => (
          <FeedLine
            item={item}
            look={look}
            place={index + 1}
            total={total}
            isActive={item.key === current}
            isFound={item.key === foundKey}
          />
        )}
      />
      <JumpButtons
        t={t}
        isFar={sight.isFar && items.length > 0}
        count={atEnd ? fresh : Math.max(fresh, props.unread)}
        onDown={jump}
        canGoBack={props.back !== undefined}
        onBack={props.onBack}
      />
      {overlay && (
        <LineOverlays
          open={overlay}
          look={look}
          actions={actionsOf(overlay.item, shared.canWrite, props.now())}
          // A menu closes after its action, which may have opened the next layer.
          onClose={() => setOverlay((now) => (now === overlay ? undefined : now))}
          onUnsend={props.onUnsend}
          loadVersions={props.loadVersions}
        />
      )}
    </div>
  );
}

/** The day's chip. Screen readers hear the day with its first message. */
function DayHead({ day, look, onPick }: { day: string; look: LineLook; onPick: ConversationProps['onPickDay'] }) {
  const title = useDayTitle(look.t, look.today);
  return (
    <div aria-hidden className="contents">
      <DateSeparator
        text={title(day) ?? dayName(day, look.today, look.language)}
        dateTime={day}
        onPress={onPick && ((chip) => onPick(day, chip))}
      />
    </div>
  );
}

/** The line that is marked, until the mark has been there long enough. */
function useFound(key: string | undefined): string | undefined {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (key === undefined) return undefined;
    const timer = setTimeout(() => setOver(key), FOUND_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return key === over ? undefined : key;
}

/** The reader's place, with the message by which it is found again when its line is not in the window. */
function toSpot(items: readonly FeedItem[], feed: VirtualFeedHandle | null): ReadingSpot | undefined {
  const spot = feed?.spot();
  return spot && { ...spot, seq: items.find(({ key }) => key === spot.key)?.row?.s };
}

function seqAtOrBefore(items: readonly FeedItem[], index: number): number {
  for (let at = index; at >= 0; at -= 1) {
    const seq = items[at]?.row?.s;
    if (seq !== undefined) return seq;
  }
  return 0;
}

/** What lines call, made once: it reads the newest props when it is called, so that lines are not drawn again for it. */
function toEvents(
  latest: { current: ConversationProps },
  feed: { current: VirtualFeedHandle | null },
  setActiveKey: (key: string) => void,
  setOverlay: (overlay: LineOverlay | undefined) => void,
): LineEvents {
  return {
    react: (item, emoji) => latest.current.onReact(item, emoji),
    act(item, action) {
      setOverlay(undefined);
      if (action === 'unsend') setOverlay({ kind: 'unsend', item });
      else if (action === 'versions') setOverlay({ kind: 'versions', item });
      else latest.current.onAct(item, action);
    },
    openActions(item, anchor) {
      // A finger gets a sheet: a menu at a bubble would lie under the hand.
      const isTouch = globalThis.matchMedia('(pointer: coarse)').matches;
      if (isTouch) swallowRelease();
      setOverlay(isTouch ? { kind: 'sheet', item } : { kind: 'menu', item, anchor });
    },
    openReactions: (item, anchor) => setOverlay({ kind: 'reactions', item, anchor }),
    focus: setActiveKey,
    move(key, to) {
      const { items } = latest.current;
      const index = items.findIndex((item) => item.key === key);
      const goal = { previous: index - 1, next: index + 1, first: 0, last: items.length - 1 }[to];
      const item = items[Math.min(Math.max(goal, 0), items.length - 1)];
      if (item) feed.current?.focusKey(item.key);
    },
  };
}
