import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { askKey } from '#client/stores/peopleStore.ts';

const delayMs = 1_500;

/** Learns who asks me to connect, whenever the line opens and when somebody asks: the word of it reaches only who listens at that moment. */
export function useAsks(): void {
  const { rpc, stores } = useServices();
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live');
  const asked = useStore(stores.people, (state) => state.asked);
  useEffect(() => {
    if (!isLive) return undefined;
    let isWanted = true;
    // After what is on screen: the code that reads answers is not part of the first load.
    const timer = setTimeout(() => {
      void rpc('connect.list', {}).then((answer) => {
        if (isWanted && answer.ok) stores.people.setState({ asks: new Set(answer.data.items.map(askKey)) });
      });
    }, delayMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [rpc, stores, isLive, asked]);
}
