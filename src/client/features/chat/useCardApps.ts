import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { CardApp } from '#client/parts/AppCard.tsx';
import type { FeedItem } from './model/FeedItem.ts';

/** What the server told in this tab: going from chat to chat asks once. */
const told = new Map<AppId, AppCard>();
/** Ids of one request. */
const most = 50;

/** Names and icons of the apps whose cards are in the window: from the server, and without it from what this device kept. Until then an app has its id for a name. */
export function useCardApps(items: readonly FeedItem[], isLive: boolean): (id: AppId) => CardApp {
  const { rpc, appShelf } = useServices();
  const { i18n } = useTranslation();
  const [apps, setApps] = useState<ReadonlyMap<AppId, AppCard>>(told);
  const asked = useRef(new Set<AppId>());
  const ids = useMemo(() => [...new Set(items.flatMap(({ card }) => (card ? [card.app] : [])))], [items]);
  const key = ids.join(' ');
  useEffect(() => {
    const unknown = ids.filter((id) => !told.has(id) && !asked.current.has(id)).slice(0, most);
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    void appShelf.read().then((kept) => {
      const cards = [...(kept?.all ?? []), ...(kept?.mine ?? []), ...(kept?.recent ?? [])];
      const known = cards.filter(({ id }) => unknown.includes(id));
      if (known.length > 0) setApps((before) => new Map([...known.map((card) => [card.id, card] as const), ...before]));
    });
    void rpc('app.get', { ids: unknown }).then((answer) => {
      if (!answer.ok) return unknown.forEach((id) => asked.current.delete(id));
      for (const card of answer.data.apps) told.set(card.id, card);
      setApps((before) => new Map([...before, ...told]));
    });
    // The same apps are the same question, in whichever lines they stand; it is asked again when the server is back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rpc, appShelf, key, isLive]);
  const { language } = i18n;
  return useMemo(
    () => (id) => {
      const app = apps.get(id);
      return { id, name: app ? appText(app.names, language) : id, icon: app?.icon };
    },
    [apps, language],
  );
}
