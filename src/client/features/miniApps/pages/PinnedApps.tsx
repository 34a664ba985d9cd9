import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appPath } from '#domain/appLinks.ts';
import { appText, isLiveApp } from '#domain/appRules.ts';
import { useServices } from '#client/context.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { withNews } from './appLists.ts';
import { useKeptApps } from './useKeptApps.ts';
import { useMyCards } from './useMyCards.ts';
import { warmingOf } from './warming.ts';

export type PinnedAppsProps = Record<never, never>;

/** The apps a person has put on the rail, below the places. A press opens one over what is on screen. */
export function PinnedApps(_: PinnedAppsProps) {
  const { t, i18n } = useTranslation();
  const { openApp, warmApp, stores } = useServices();
  const news = useStore(stores.apps, (state) => state.news);
  const { kept } = useKeptApps();
  const { pins } = useMyCards(kept);
  const warming = useMemo(() => warmingOf(warmApp), [warmApp]);
  const shown = withNews(pins, news).filter(({ st }) => isLiveApp(st));
  if (shown.length === 0) return null;
  return (
    <ul
      {...warming}
      aria-label={t('apps.pinned')}
      className="mt-1 grid flex-none justify-items-center gap-1 border-t border-line pt-2"
    >
      {shown.map((app) => {
        const name = appText(app.names, i18n.language);
        return (
          <li key={app.id}>
            <a
              href={appPath(app.id)}
              data-app={app.id}
              title={name}
              aria-label={name}
              onClick={(event) => {
                if (!isPlainPress(event)) return;
                event.preventDefault();
                openApp({ app: app.id });
              }}
              className="grid size-12 place-items-center rounded-card hover:bg-hover"
            >
              <AppIcon app={app} name={name} size={36} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
