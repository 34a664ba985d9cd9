import { useEffect, useReducer, useState } from 'react';
import type { GuardedAct } from '#protocol/entities/guardedAct.ts';
import { useComebacks, useServices } from '#client/context.ts';
import type { GroupChat } from './GroupChat.ts';

/**
 * Acts of a chat that I may decide about. Asked for when the panel opens and whenever something changed that may be one: its people, its name, what waits, and when the connection is back.
 * Empty without a network. `isIdle`: not now.
 */
export function useActs(chat: GroupChat, isIdle: boolean): { acts: readonly GuardedAct[]; reload: () => void } {
  const services = useServices();
  const [acts, setActs] = useState<readonly GuardedAct[]>([]);
  const [round, reload] = useReducer((count: number) => count + 1, 0);
  const comebacks = useComebacks();
  const { c, meta, head } = chat;
  useEffect(() => {
    if (isIdle) return undefined;
    let isWanted = true;
    void services.rpc('act.list', { c }).then((answer) => {
      if (isWanted && answer.ok) setActs(answer.data.items);
    });
    return () => {
      isWanted = false;
    };
  }, [services, c, meta.r, head.mr, isIdle, round, comebacks]);
  return { acts, reload };
}
