import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';

/** History that could not be had is asked for again as soon as the server is back. */
export function useHistoryRetry(chatWindow: ChatWindow): void {
  const { stores } = useServices();
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live');
  useEffect(() => {
    if (isLive && chatWindow.store.getState().problem) chatWindow.loadOlder();
  }, [isLive, chatWindow]);
}
