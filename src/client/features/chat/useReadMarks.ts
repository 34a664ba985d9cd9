import { useCallback, useEffect, useRef } from 'react';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { createReadMarker } from './model/createReadMarker.ts';
import type { ReadMarker } from './model/createReadMarker.ts';

/** Marks what was seen as read while this tab is visible and has the focus. Answers the function that says what is in sight (the highest seq). */
export function useReadMarks(chatWindow: ChatWindow, state: ChatWindowState): (seq: number) => void {
  const { commands } = useServices();
  const marker = useRef<ReadMarker>(undefined);
  const inSight = useRef(0);
  const { c, loaded } = state;
  useEffect(() => {
    if (!loaded) return undefined;
    const standing = chatWindow.store.getState().chat?.me;
    let hasOwnMark = standing?.uf !== undefined;
    const made = createReadMarker({
      readSeq: standing?.rs ?? 0,
      mark(seq) {
        void commands.markRead({ c, s: seq });
        // A chat that this person marked as unread is read once they look at it again.
        if (hasOwnMark) void commands.setChat({ c, set: { unreadFrom: 0 } });
        hasOwnMark = false;
      },
      now: () => performance.now(),
      after(ms, work) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
    marker.current = made;
    const attend = () => made.attend(document.visibilityState === 'visible' && document.hasFocus());
    const events = ['focus', 'blur'] as const;
    for (const event of events) globalThis.addEventListener(event, attend);
    document.addEventListener('visibilitychange', attend);
    attend();
    made.see(inSight.current);
    return () => {
      made.stop();
      for (const event of events) globalThis.removeEventListener(event, attend);
      document.removeEventListener('visibilitychange', attend);
    };
  }, [chatWindow, commands, c, loaded]);
  return useCallback((seq) => {
    inSight.current = seq;
    marker.current?.see(seq);
  }, []);
}
