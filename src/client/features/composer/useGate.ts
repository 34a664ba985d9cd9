import { useEffect, useState } from 'react';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { composerGate, lastSentAt, type ComposerGate } from './model/composerGate.ts';

/** A countdown shows seconds; more often than this nobody sees a difference, ms. */
const everyMs = 500;

/** Whether I may write now; looks again while a time runs that will change the answer. `serverNow`: ms. */
export function useGate(
  state: Pick<ChatWindowState, 'chat' | 'messages' | 'pending'>,
  serverNow: () => number,
): { gate: ComposerGate; now: number } {
  const { chat } = state;
  const [, setTurn] = useState(0);
  const now = serverNow();
  const gate: ComposerGate = chat ? composerGate(chat, lastSentAt(state, chat.me.mid), now) : { kind: 'open' };
  const isCounting = 'until' in gate && gate.until !== undefined;
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => setTurn((turn) => turn + 1), everyMs);
    return () => clearInterval(timer);
  }, [isCounting]);
  return { gate, now };
}
