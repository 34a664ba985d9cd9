import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { LazyLineAbove } from './above/AboveSlot.tsx';
import { LazyConfirmPane } from './confirm/ConfirmSlot.tsx';
import type { ConversationProps } from './ConversationProps.ts';
import { DayHead } from './DayHead.tsx';
import { FeedHead } from './feed/FeedHead.tsx';
import type { FeedView } from './feed/FeedFrame.ts';
import { VirtualFeed } from './feed/VirtualFeed.tsx';
import type { VirtualFeedHandle } from './feed/VirtualFeed.tsx';
import type { PhotoGroundProps } from './ground/PhotoGround.tsx';
import { JumpButtons } from './JumpButtons.tsx';
import { LazyCardView } from './lines/CardSlot.tsx';
import { hasThread } from './threads/hasThread.ts';
import { LazyThreadLine } from './threads/ThreadSlot.tsx';
import { LazyLinkPane } from './links/LinkSlot.tsx';
import { FeedLine, LazyChoiceLine } from './lines/FeedLine.tsx';
import type { LineLook } from './lines/LineLook.ts';
import { toLineEvents } from './lines/toLineEvents.ts';
import { actionsOf } from './model/actionsOf.ts';
import type { FeedItem } from './model/FeedItem.ts';
import { isNews, jumpGoal } from './model/jumpGoal.ts';
import type { ReadingSpot } from './model/ReadingSpot.ts';
import type { LineOverlay } from './overlays/LineOverlay.ts';
import { useFoundMark } from './useFoundMark.ts';

/** Few chats have a picture behind them. */
const PhotoGround = lazyPart<PhotoGroundProps>(() => import('./ground/PhotoGround.tsx').then((m) => m.PhotoGround));
const LineOverlays = lazyPart(() => import('./overlays/LineOverlays.tsx').then((m) => m.LineOverlays));
const AHEAD = [
  LineOverlays,
  LazyCardView,
  LazyLineAbove,
  LazyChoiceLine,
  LazyConfirmPane,
  LazyLinkPane,
  LazyThreadLine,
];

/** Ask for more when fewer px than this are left beyond the view. */
const LOAD_AHEAD_PX = 1200;
/** Further from the end than this shows the way back, px. */
const FAR_PX = 600;

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
  const foundKey = useFoundMark(props.foundKey);
  usePreload(AHEAD);
  useEffect(() => {
    latest.current = props;
  });
  const on = useMemo(() => toLineEvents(latest, feed, setActiveKey, setOverlay), []);
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
    <div
      data-ground={props.paint?.photo ? 'photo' : props.paint?.ground}
      data-tint={props.paint && props.paint.tint !== 'teal' ? props.paint.tint : undefined}
      className="relative min-h-0 flex-1 bg-surface-sunken [--plane:var(--surface-sunken)]"
    >
      {props.paint?.photo && <PhotoGround id={props.paint.photo} />}
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
            isChosen={props.chosen && props.chosen.has(item.key)}
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
          actions={actionsOf(overlay.item, shared.canWrite, props.now(), {
            canPin: props.canPin,
            canDelete: props.canDelete?.(overlay.item.sender),
            canMark: props.canMark,
            hasModerators: !shared.isDm,
            hasThreads: shared.threads !== undefined,
            hasThread: hasThread(overlay.item, shared.threads),
          })}
          // A menu closes after its action, which may have opened the next layer.
          onClose={() => setOverlay((now) => (now === overlay ? undefined : now))}
          onUnsend={props.onUnsend}
          onHide={props.onHide}
          loadVersions={props.loadVersions}
        />
      )}
    </div>
  );
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
