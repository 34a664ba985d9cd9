import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { askKey } from '#client/stores/peopleStore.ts';

/** Learns who asks me to connect, whenever the line opens and when somebody asks: the word of it reaches only who listens at that moment. */
export function useAsks(): void {
  const { rpc, stores } = useServices();
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live');
  const asked = useStore(stores.people, (state) => state.asked);
  useEffect(() => {
    if (!isLive) return undefined;
    let isWanted = true;
    void rpc('connect.list', {}).then((answer) => {
      if (isWanted && answer.ok) stores.people.setState({ asks: new Set(answer.data.items.map(askKey)) });
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, stores, isLive, asked]);
}
