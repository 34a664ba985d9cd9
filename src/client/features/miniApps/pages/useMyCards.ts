import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useIsLive, useServices, type KeptApps } from '#client/context.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { byId, cardsOf } from './appLists.ts';

const nothing: readonly AppCard[] = [];

/**
 * Cards of the apps that a person likes or has on the rail. The lists themselves are settings and always there; the cards come from the server, from what this device
 * kept, and from what is on screen anyway (`also`), so that a star without a network shows its app at once.
 */
export function useMyCards(kept: KeptApps | undefined, also: readonly AppCard[] = nothing) {
  const { rpc, appShelf, stores, serverNow } = useServices();
  const isLive = useIsLive();
  const favourites = useStore(stores.prefs, (prefs) => prefs.appFavourites);
  const pins = useStore(stores.prefs, (prefs) => prefs.appPins);
  const ids = useMemo(() => [...new Set([...favourites, ...pins])], [favourites, pins]);
  const [fresh, setFresh] = useState<ReadonlyMap<AppId, AppCard>>(new Map());
  const asked = useRef(new Set<AppId>());
  useEffect(() => {
    const missing = ids.filter((id) => !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    void rpc('app.get', { ids: missing }).then((answer) => {
      if (answer.ok) setFresh((before) => new Map([...before, ...byId(answer.data.apps)]));
      else for (const id of missing) asked.current.delete(id);
    });
  }, [rpc, ids, isLive]);
  const cards = useMemo(
    () => new Map([...byId(kept?.mine ?? [], kept?.recent ?? [], kept?.all ?? [], also), ...fresh]),
    [kept, also, fresh],
  );
  const mine = useMemo(() => cardsOf(ids, cards), [ids, cards]);
  const isAnswered = fresh.size > 0;
  useEffect(() => {
    if (isAnswered) appShelf.keep({ at: serverNow(), mine });
  }, [appShelf, serverNow, mine, isAnswered]);
  return { favourites: cardsOf(favourites, cards), pins: cardsOf(pins, cards) };
}
