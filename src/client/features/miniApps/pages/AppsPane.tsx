import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { appText } from '#domain/appRules.ts';
import type { AppCategory } from '#protocol/entities/appStates.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { findKept, moveApp, toggleApp, withNews } from './appLists.ts';
import type { AllAppsMenuProps } from './AllAppsMenu.tsx';
import type { AppMenuProps } from './AppMenu.tsx';
import type { AppReportPaneProps } from './AppReportPane.tsx';
import { AppsPage } from './AppsPage.tsx';
import type { ArrangeDialogProps } from './ArrangeDialog.tsx';
import { useAppSearch } from './useAppSearch.ts';
import { useKeptApps } from './useKeptApps.ts';
import { useMyCards } from './useMyCards.ts';
import { useRecentApps } from './useRecentApps.ts';
import { warmingOf } from './warming.ts';

const AppMenu = lazyPart<AppMenuProps>(() => import('./AppMenu.tsx').then((m) => m.AppMenu));
const AllAppsMenu = lazyPart<AllAppsMenuProps>(() => import('./AllAppsMenu.tsx').then((m) => m.AllAppsMenu));
const ArrangeDialog = lazyPart<ArrangeDialogProps>(() => import('./ArrangeDialog.tsx').then((m) => m.ArrangeDialog));
const AppReportPane = lazyPart<AppReportPaneProps>(() => import('./AppReportPane.tsx').then((m) => m.AppReportPane));
/** Stars, pins and their order work without a network, so their parts must be here. */
const AHEAD = [AppMenu, ArrangeDialog];
const nobody: readonly AppCard[] = [];

/** What lies over the page. */
type Over = { kind: 'menu'; app: AppCard; anchor: Element } | { kind: 'all'; anchor: Element } | { kind: 'arrange' };

export type AppsPaneProps = {
  /** what an app knows is shown beside the page: there it may be made to forget, and is no recent one then */
  isBeside?: boolean;
  /** opens an app from this page */
  onOpen: (id: AppId) => void;
};

/** The mini-apps page with what it shows. */
export function AppsPane({ isBeside = false, onOpen }: AppsPaneProps) {
  const { i18n } = useTranslation();
  const [, navigate] = useLocation();
  const [over, setOver] = useState<Over>();
  const [reported, setReported] = useState<AppCard>();
  const { setPrefs, ...page } = useAppsPage(isBeside);
  usePreload(AHEAD);
  const nameOf = (app: AppCard) => appText(app.names, i18n.language);
  const open = (app: AppCard) => {
    page.noteOpened(app);
    onOpen(app.id);
  };
  const star = ({ id }: AppCard) => setPrefs({ appFavourites: toggleApp(page.prefs.appFavourites, id) });
  const isFavourite = ({ id }: AppCard) => page.prefs.appFavourites.includes(id);
  const close = () => setOver(undefined);
  return (
    <>
      <AppsPage
        {...page.shown}
        warming={page.warming}
        acts={{
          isFavourite,
          onOpen: open,
          onStar: star,
          onMenu: (app, anchor) => setOver({ kind: 'menu', app, anchor }),
        }}
        onArrange={() => setOver({ kind: 'arrange' })}
        onMenuOfAll={(anchor) => setOver({ kind: 'all', anchor })}
      />
      {over?.kind === 'menu' && (
        <AppMenu
          app={over.app}
          name={nameOf(over.app)}
          anchor={over.anchor}
          isFavourite={isFavourite(over.app)}
          isPinned={page.prefs.appPins.includes(over.app.id)}
          onOpen={() => open(over.app)}
          onStar={() => star(over.app)}
          onPin={() => setPrefs({ appPins: toggleApp(page.prefs.appPins, over.app.id) })}
          onPassport={() => navigate(`/apps/${over.app.id}/passport`)}
          onReport={() => setReported(over.app)}
          onClose={close}
        />
      )}
      {over?.kind === 'all' && (
        <AllAppsMenu
          anchor={over.anchor}
          onKnowing={() => navigate('/settings/apps')}
          onMake={() => navigate('/apps/make')}
          onClose={close}
        />
      )}
      {over?.kind === 'arrange' && (
        <ArrangeDialog
          apps={page.shown.favourites}
          onMove={(id, place) => setPrefs({ appFavourites: moveApp(page.prefs.appFavourites, id, place) })}
          onClose={close}
        />
      )}
      {reported && <AppReportPane app={reported.id} name={nameOf(reported)} onClose={() => setReported(undefined)} />}
    </>
  );
}

/** Everything that the page shows: the server's answers, and where there are none, what this device kept. */
function useAppsPage(isBeside: boolean) {
  const { t, i18n } = useTranslation();
  const { stores, serverNow, setPrefs, warmApp } = useServices();
  const prefs = useStore(stores.prefs);
  const news = useStore(stores.apps, (state) => state.news);
  const [query, onQuery] = useState('');
  const [category, onCategory] = useState<AppCategory>();
  const { kept } = useKeptApps();
  const recent = useRecentApps(kept, isBeside);
  const found = useAppSearch({ query, category });
  const seen = useMemo(
    () => [...(recent.apps ?? nobody), ...(found.cards ?? kept?.all ?? nobody)],
    [recent.apps, found.cards, kept],
  );
  const { favourites } = useMyCards(kept, seen);
  // While the first answer is on its way, the page of the last time stands there; without a connection it stays.
  const fromDevice = kept && findKept(kept.all, query, i18n.language).filter(isIn(category));
  const cards = found.cards ?? (fromDevice && (fromDevice.length > 0 || found.problem) ? fromDevice : undefined);
  const isOld = found.cards === undefined && kept !== undefined;
  const warming = useMemo(() => warmingOf(warmApp), [warmApp]);
  return {
    setPrefs,
    warming,
    prefs,
    noteOpened: recent.noteOpened,
    shown: {
      recent: withNews(recent.apps ?? nobody, news),
      favourites: withNews(favourites, news),
      cards: cards && withNews(cards, news),
      isLoading: found.isLoading,
      hasMore: found.hasMore,
      problem: found.problem && problemText(t, found.problem),
      asOf: isOld ? momentName(kept.at, serverNow(), i18n.language) : undefined,
      query,
      category,
      onQuery,
      onCategory,
      onMore: found.more,
      onRetry: found.retry,
      onAll() {
        onQuery('');
        onCategory(undefined);
      },
    },
  };
}

const isIn = (category: AppCategory | undefined) => (card: AppCard) =>
  category === undefined || card.category === category;
