import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Scheduled } from '#protocol/entities/scheduled.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { useIsLive, useServices, type Services } from '#client/context.ts';

/** The list as far as it is known. `stale`: the server could not be asked, these are those of the last time; `missing`: there was none. */
export interface ScheduledList {
  items: readonly Scheduled[];
  state: 'loading' | 'ready' | 'stale' | 'missing';
  /** Asks the server again. */
  reload: () => void;
}

/** The last list of each person, as long as the page is open: it is there at once, and without a network. */
const kept = new WeakMap<Services, readonly Scheduled[]>();
/** More than one person can have. */
const pagesMax = 10;

/** All scheduled messages of this person; asked again whenever the server says that something has changed, and when the connection is back. */
export function useScheduled(): ScheduledList {
  const services = useServices();
  const version = useStore(services.stores.prefs, (state) => state.scheduled.v);
  const isLive = useIsLive();
  const [round, setRound] = useState(0);
  const [list, setList] = useState<Omit<ScheduledList, 'reload'>>(() => ({
    items: kept.get(services) ?? [],
    state: 'loading',
  }));
  useEffect(() => {
    let isWanted = true;
    void readAll(services).then((found) => {
      if (!isWanted) return;
      const known = kept.get(services);
      if (Array.isArray(found)) {
        kept.set(services, found);
        setList({ items: found, state: 'ready' });
      } else setList({ items: known ?? [], state: known ? 'stale' : 'missing' });
    });
    return () => {
      isWanted = false;
    };
  }, [services, version, isLive, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { ...list, reload };
}

/** All pages, or why they are not to be had. */
async function readAll({ rpc }: Services): Promise<readonly Scheduled[] | ErrorCode> {
  const items: Scheduled[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const last = items.at(-1);
    const ack = await rpc('schedule.list', last ? { after: { at: last.at, i: last.item.i } } : {});
    if (!ack.ok) return ack.code;
    items.push(...ack.data.items);
    if (ack.data.more !== 1) break;
  }
  return items;
}
