import { useEffect, useRef, useState } from 'react';
import { useIsLive, useServices, type KeptApps } from '#client/context.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { joinPages } from './appLists.ts';

/** Apps I have opened, the last one first: the server's answer, until then what this device kept. Asked again with the connection and when `turn` changes. `isSettled`: it was asked, whatever came of it. */
export function useRecentApps(kept: KeptApps | undefined, turn = false) {
  const { rpc, appShelf, serverNow } = useServices();
  const isLive = useIsLive();
  const [state, setState] = useState<{ apps?: readonly AppCard[]; isSettled: boolean }>({ isSettled: false });
  /** opened here, and not in an answer yet: the server may be asked before it hears of the opening */
  const fresh = useRef<readonly AppCard[]>([]);
  useEffect(() => {
    fresh.current = [];
  }, [turn]);
  useEffect(() => {
    let isHere = true;
    void rpc('app.recent', {}).then((answer) => {
      if (!isHere) return;
      if (!answer.ok) return setState((before) => ({ ...before, isSettled: true }));
      const known = answer.data.apps.map(({ app }) => app);
      const apps = joinPages(fresh.current, known);
      const newest = known.slice(0, fresh.current.length);
      fresh.current = fresh.current.filter(({ id }) => !newest.some((app) => app.id === id));
      appShelf.keep({ at: serverNow(), recent: apps });
      setState({ apps, isSettled: true });
    });
    return () => {
      isHere = false;
    };
  }, [rpc, appShelf, serverNow, isLive, turn]);
  const apps = state.apps ?? kept?.recent;
  return {
    apps,
    isSettled: state.isSettled,
    /** It was opened right now: it stands first at once. */
    noteOpened(card: AppCard) {
      fresh.current = joinPages([card], fresh.current);
      setState({ apps: joinPages([card], apps ?? []), isSettled: state.isSettled });
    },
  };
}
