import type { ChatId } from '#protocol/ids.ts';
import type { EngineCall } from '#sync/changes.ts';
import type { Clock } from '#sync/ports.ts';

/** A tab that has said nothing for this long is not being looked at, ms: more than two beats of {@link file://../chatWindow/createChatWindows.ts}. */
export const attentionMs = 75_000;

/** What the tabs of this browser show, and which of them the person looks at. */
export interface ScreenBook {
  /** What a tab told the engine; other calls do not matter here. Answers whether the book has changed. */
  hear(call: EngineCall): boolean;
  /** The chat is on screen in a visible tab with the focus. */
  isOnScreen(c: ChatId): boolean;
  /** The person looks at some tab. */
  isAttended(): boolean;
}

/** Makes an empty book. Tabs that were there before say what they show as soon as a new engine begins. */
export function createScreenBook(clock: Clock): ScreenBook {
  const attended = new Map<string, { open: readonly ChatId[]; at: number }>();
  const current = () => [...attended.values()].filter(({ at }) => clock.elapsed() - at < attentionMs);
  return {
    hear(call) {
      if (call.t === 'bye') return attended.delete(call.tab);
      if (call.t !== 'view') return false;
      const { tab, visible, focused, open } = call.view;
      if (!visible || !focused) return attended.delete(tab);
      attended.set(tab, { open, at: clock.elapsed() });
      return true;
    },
    isOnScreen: (c) => current().some(({ open }) => open.includes(c)),
    isAttended: () => current().length > 0,
  };
}
