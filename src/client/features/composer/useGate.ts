import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ChatWindow } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { composerGate, lastSentAt, type ComposerGate } from './model/composerGate.ts';

/** A countdown shows seconds; more often than this nobody sees a difference, ms. */
const everyMs = 500;

/** Whether I may write now; looks again while a time runs that will change the answer. `serverNow`: ms. */
export function useGate(window: ChatWindow, serverNow: () => number): { gate: ComposerGate; now: number } {
  const chat = useStore(window.store, (state) => state.chat);
  const sentAt = useStore(window.store, sentAtOf);
  const [, setTurn] = useState(0);
  const now = serverNow();
  const gate: ComposerGate = chat ? composerGate(chat, sentAt, now) : { kind: 'open' };
  const isCounting = 'until' in gate && gate.until !== undefined;
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => setTurn((turn) => turn + 1), everyMs);
    return () => clearInterval(timer);
  }, [isCounting]);
  return { gate, now };
}

/** Only where messages must wait for one another does it matter: elsewhere the composer need not be drawn with every message. */
const sentAtOf = (state: ChatWindowState): number | undefined =>
  state.chat?.meta.set?.slow ? lastSentAt(state, state.chat.me.mid) : undefined;
