import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appText } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { CardApp } from '#client/parts/AppCard.tsx';
import type { FeedItem } from './model/FeedItem.ts';

/** Ids of one request. */
const most = 50;

/** Names and icons of the apps whose cards are in the window: from the server, which is asked once in a tab, and without it from what this device kept. Until then an app has its id for a name. */
export function useCardApps(items: readonly FeedItem[], isLive: boolean): (id: AppId) => CardApp {
  const { rpc, appShelf, stores } = useServices();
  const { i18n } = useTranslation();
  const told = useStore(stores.apps, ({ known }) => known);
  const [kept, setKept] = useState<ReadonlyMap<AppId, AppCard>>(new Map());
  const asked = useRef(new Set<AppId>());
  const ids = useMemo(() => [...new Set(items.flatMap(({ card }) => (card ? [card.app] : [])))], [items]);
  const key = ids.join(' ');
  useEffect(() => {
    const unknown = ids.filter((id) => !told.has(id) && !asked.current.has(id)).slice(0, most);
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    void appShelf.read().then((shelf) => {
      const cards = [...(shelf?.all ?? []), ...(shelf?.mine ?? []), ...(shelf?.recent ?? [])];
      setKept(new Map(cards.map((card) => [card.id, card])));
    });
    void rpc('app.get', { ids: unknown }).then((answer) => {
      if (!answer.ok) return unknown.forEach((id) => asked.current.delete(id));
      const found = answer.data.apps.map((card) => [card.id, card] as const);
      stores.apps.setState(({ known }) => ({ known: new Map([...known, ...found]) }));
    });
    // The same apps are the same question, in whichever lines they stand; it is asked again when the server is back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rpc, appShelf, stores, key, isLive]);
  const { language } = i18n;
  return useMemo(
    () => (id) => {
      const app = told.get(id) ?? kept.get(id);
      return { id, name: app ? appText(app.names, language) : id, icon: app?.icon };
    },
    [told, kept, language],
  );
}
