import { useEffect, useState } from 'react';
import { useIsLive, useServices } from '#client/context.ts';
import type { UserCard } from '#protocol/entities/user.ts';

/** People who added me. `hasFailed`: the server answered, but not with a list; without a network the list is simply not there. */
export interface ContactRequests {
  items: readonly UserCard[];
  hasFailed: boolean;
  retry: () => void;
}

/** Asks who added me when the page opens and whenever the connection comes back. */
export function useContactRequests(onMeet: (cards: readonly UserCard[]) => void): ContactRequests {
  const services = useServices();
  const isLive = useIsLive();
  const [state, setState] = useState<Omit<ContactRequests, 'retry'>>({ items: [], hasFailed: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    void services.rpc('contact.requests', {}).then((answer) => {
      if (isGone) return;
      if (answer.ok) {
        onMeet(answer.data.items);
        setState({ items: answer.data.items, hasFailed: false });
      } else
        setState(({ items }) => ({ items, hasFailed: answer.code !== 'UNAVAILABLE' && answer.code !== 'TIMEOUT' }));
    });
    return () => {
      isGone = true;
    };
  }, [services, isLive, round, onMeet]);
  return { ...state, retry: () => setRound((count) => count + 1) };
}
