import { swallowRelease } from '#client/ui/swallowRelease.ts';
import type { ConversationProps } from '../ConversationProps.ts';
import type { VirtualFeedHandle } from '../feed/VirtualFeed.tsx';
import type { LineOverlay } from '../overlays/LineOverlay.ts';
import type { LineEvents } from './LineLook.ts';

/** What lines call, made once: it reads the newest props when it is called, so that lines are not drawn again for it. */
export function toLineEvents(
  latest: { current: ConversationProps },
  feed: { current: VirtualFeedHandle | null },
  setActiveKey: (key: string) => void,
  setOverlay: (overlay: LineOverlay | undefined) => void,
): LineEvents {
  return {
    react: (item, emoji) => latest.current.onReact(item, emoji),
    act(item, action) {
      setOverlay(undefined);
      if (action === 'unsend' || action === 'delete' || action === 'hide') setOverlay({ kind: action, item });
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
    jump: (seq) => latest.current.onJumpTo?.(seq),
    choose: (item) => latest.current.onChoose?.(item),
    mayDelete: ({ sender }) => latest.current.canDelete?.(sender) === true,
    openMedia: (item, index) => latest.current.onOpenMedia?.(item, index),
    say: (...word) => latest.current.onSay(...word),
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
