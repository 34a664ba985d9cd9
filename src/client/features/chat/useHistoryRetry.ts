import { useEffect } from 'react';
import { useIsLive, type ChatWindow } from '#client/context.ts';

/** History that could not be had is asked for again as soon as the server is back. */
export function useHistoryRetry(chatWindow: ChatWindow): void {
  const isLive = useIsLive();
  useEffect(() => {
    if (isLive && chatWindow.store.getState().problem) chatWindow.loadOlder();
  }, [isLive, chatWindow]);
}
