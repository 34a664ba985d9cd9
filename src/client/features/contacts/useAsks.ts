import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { isCommunity } from '#domain/chatTraits.ts';
import { useIsLive, useServices } from '#client/context.ts';

/** After what is on screen, ms: the code that reads answers is not part of the first load. */
const calmMs = 1_500;

/** Asks the server who waits for my answer to a question to connect. Without a network what is known stays. */
export function useLoadAsks(): () => Promise<void> {
  const { rpc, stores } = useServices();
  return useCallback(async () => {
    const answer = await rpc('connect.list', {});
    if (answer.ok) stores.people.setState({ asks: answer.data.items });
  }, [rpc, stores]);
}

function hasPlace(chats: Iterable<{ kind: number }>): boolean {
  for (const { kind } of chats) if (isCommunity(kind)) return true;
  return false;
}

/** Keeps that known whenever the line opens and when somebody asks, whose word reaches only who listens at that moment. Nobody asks who is in no community with me. */
export function useAsks(): void {
  const { stores } = useServices();
  const load = useLoadAsks();
  const isLive = useIsLive();
  const asked = useStore(stores.people, (state) => state.asked);
  const hasPlaces = useStore(stores.chatList, ({ chats }) => hasPlace(chats.values()));
  useEffect(() => {
    if (!isLive || !hasPlaces) return undefined;
    const timer = setTimeout(() => void load(), calmMs);
    return () => clearTimeout(timer);
  }, [load, isLive, hasPlaces, asked]);
}
