import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { CardApp } from '#client/parts/AppCard.tsx';
import { cardApps } from './cardApps.ts';

/** Name and icon of the app a card comes from. Until they are known it has its id for a name. `isLive`: the server answers; it is asked again when it is back. */
export function useCardApp(id: AppId, isLive: boolean): CardApp {
  const services = useServices();
  const { i18n } = useTranslation();
  const app = useSyncExternalStore(cardApps.subscribe, () => cardApps.get(id));
  useEffect(() => cardApps.want(id, services), [id, services, isLive]);
  return { id, name: app ? appText(app.names, i18n.language) : id, icon: app?.icon };
}
