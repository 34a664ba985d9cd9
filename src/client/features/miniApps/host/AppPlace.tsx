import { Maximize2, Pin, PinOff, Link, RefreshCw, ShieldCheck, SlidersHorizontal } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { appText, isLiveApp } from '#domain/appRules.ts';
import { appUrl } from '#domain/appLinks.ts';
import { faceId } from '#domain/faceId.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { problemText } from '#client/parts/problemText.ts';
import { withView } from '#client/stores/openAppChanges.ts';
import type { OpenApp } from '#client/stores/openAppsStore.ts';
import { cx } from '#client/ui/cx.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuEntry } from '#client/ui/Menu.tsx';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { toggleApp } from '../pages/appLists.ts';
import { useKeptApps } from '../pages/useKeptApps.ts';
import type { AppHostHandle } from './createAppHost.ts';
import type { SharePaneProps } from '../share/SharePane.tsx';
import { AppFrame } from './AppFrame.tsx';
import { firstState, type AppState } from './AppState.ts';
import { AppWindow } from './AppWindow.tsx';
import { placeClass } from './placeClasses.ts';
import { toAllow } from './toFrameUrl.ts';
import { useAppFocus } from './useAppFocus.ts';
import { useAppHost } from './useAppHost.ts';
import { useFocusGuard } from './useFocusGuard.ts';

export type AppPlaceProps = {
  entry: OpenApp;
  onMinimise: () => void;
  onClose: () => void;
  /** what is known of it, for its bubble */
  onNamed: (key: number, face: { name: string; icon: string | undefined }) => void;
};

const SharePane = lazyPart<SharePaneProps>(() => import('../share/SharePane.tsx').then((m) => m.SharePane));

/** One open app with its page. It stays where it is in the tree, minimised or not: a frame that moves begins anew. */
export function AppPlace({ entry, onMinimise, onClose, onNamed }: AppPlaceProps) {
  const services = useServices();
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef<HTMLElement>(null);
  const openPassport = () => {
    onMinimise();
    navigate(`/apps/${entry.app}/passport`);
  };
  const kept = useKeptCard(entry.app);
  const host = useAppHost(entry, frame, { host: kept?.host, close: onClose, openPassport });
  const state = useHostState(host);
  const account = useStore(services.stores.session, (session) => session.account);
  const isClosedNow = useStore(services.stores.apps, ({ news }) => {
    const st = news.get(entry.app);
    return st !== undefined && !isLiveApp(st);
  });
  const card = state.launch?.app ?? kept;
  const { dialog } = state;
  const name = card ? appText(card.names, i18n.language) : entry.app;
  useAppFocus(place, !entry.isMinimised);
  useFocusGuard(
    frame,
    useCallback(() => host?.fail({ kind: 'focus' }), [host]),
  );
  useEffect(() => onNamed(entry.key, { name, icon: card?.icon }), [onNamed, entry.key, name, card?.icon]);
  useEffect(() => {
    services.stores.openApps.setState((open) => withView(open, entry.key, state.view));
  }, [services, entry.key, state.view]);
  useEffect(() => {
    if (isClosedNow) host?.fail({ kind: 'closed' });
  }, [host, isClosedNow]);
  useSurroundings(host, frame, entry.isMinimised);
  const [said, say] = useState<string>();
  const entries = useEntries(entry, host, state, { openPassport, say });
  const me = { name: account?.name ?? '', face: faceId(services.me.userId, account ?? {}) };
  return (
    <>
      <aside
        ref={place}
        tabIndex={-1}
        hidden={entry.isMinimised}
        className={cx(
          'fixed z-10 overflow-hidden bg-surface shadow-layer animate-slide outline-none',
          placeClass(state.view),
          // `hidden` would unload nothing, but a page without a box has no size to draw itself in.
          entry.isMinimised && 'pointer-events-none invisible block!',
        )}
        inert={entry.isMinimised}
      >
        <AppWindow
          id={entry.app}
          name={name}
          icon={card?.icon}
          host={state.launch?.app.host ?? ''}
          entries={entries}
          me={me}
          state={state}
          detail={state.trouble?.kind === 'refused' ? problemText(t, { code: state.trouble.code }) : undefined}
          watchCamera={services.qr.watchCamera}
          onScanned={(text) => host?.scanned(text)}
          onAnswer={(choice) => host?.answer(choice)}
          onPress={(button) => host?.press(button)}
          onLook={() => host?.look()}
          onAgain={() => void host?.launch()}
          onMinimise={onMinimise}
          onClose={() => (host ? host.leave() : onClose())}
        >
          {state.url && (
            <AppFrame
              key={state.frame}
              ref={frame}
              name={t('appHost.frame', { name })}
              url={state.url}
              allow={toAllow(state.allow)}
              onLoad={() => host?.loaded()}
            />
          )}
        </AppWindow>
      </aside>
      {dialog?.kind === 'share' && !state.isAsking && (
        <SharePane
          app={{ id: entry.app, name, icon: card?.icon }}
          card={dialog.card}
          onDone={(result) => host?.answer(result)}
        />
      )}
      {(!entry.isMinimised || said !== undefined) && (
        <ToastRegion label={t('appHost.menu', { name })}>
          {said !== undefined && <Toast text={said} closeLabel={t('common.close')} onClose={() => say(undefined)} />}
        </ToastRegion>
      )}
    </>
  );
}

/** What this device keeps of an app: its name and face stand there before the server answers, and where it cannot be reached. */
function useKeptCard(app: AppId): AppCard | undefined {
  const { kept } = useKeptApps();
  return [kept?.all, kept?.recent, kept?.mine].flatMap((list) => list ?? []).find(({ id }) => id === app);
}

function useHostState(host: AppHostHandle | undefined): AppState {
  const empty = useMemo(() => ({ subscribe: () => () => undefined, getState: () => firstState }), []);
  return useStore((host?.store ?? empty) as AppHostHandle['store']);
}

/** Tells the page what changes around it: its size, the theme, whether it is seen, and the network that is back. */
function useSurroundings(
  host: AppHostHandle | undefined,
  frame: React.RefObject<HTMLIFrameElement | null>,
  isMinimised: boolean,
): void {
  const { stores } = useServices();
  const theme = useStore(stores.prefs, ({ theme: chosen }) => chosen);
  const isLive = useIsLive();
  useEffect(() => host?.themeChanged(), [host, theme]);
  useEffect(() => host?.visible(!isMinimised), [host, isMinimised]);
  useEffect(() => {
    if (isLive) void host?.returned();
  }, [host, isLive]);
  useEffect(() => {
    if (!host) return undefined;
    const watch = new ResizeObserver(() => host.resized());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => host.themeChanged();
    if (frame.current?.parentElement) watch.observe(frame.current.parentElement);
    dark.addEventListener('change', changed);
    return () => {
      watch.disconnect();
      dark.removeEventListener('change', changed);
    };
  }, [host, frame]);
}

function useEntries(
  entry: OpenApp,
  host: AppHostHandle | undefined,
  state: AppState,
  { openPassport, say }: { openPassport: () => void; say: (text: string) => void },
): readonly MenuEntry[] {
  const { t } = useTranslation();
  const services = useServices();
  const pins = useStore(services.stores.prefs, ({ appPins }) => appPins);
  const isPinned = pins.includes(entry.app);
  const isFull = state.view === 'full';
  const settings: MenuEntry = {
    id: 'settings',
    label: t('appHost.more.settings'),
    icon: SlidersHorizontal,
    onAction: () => host?.press('settings'),
  };
  const copyLink = async () => {
    const isCopied = await copyText(appUrl(location.origin, entry.app));
    say(isCopied ? t('jump.link.copied') : t('jump.link.notCopied'));
  };
  return [
    ...(state.hasSettings ? [settings] : []),
    { id: 'reload', label: t('appHost.more.reload'), icon: RefreshCw, onAction: () => void host?.launch() },
    {
      id: 'view',
      label: t(isFull ? 'appHost.more.smaller' : 'appHost.more.larger'),
      icon: Maximize2,
      onAction: () => host?.setView(isFull ? 'tall' : 'full'),
    },
    {
      id: 'pin',
      label: t(isPinned ? 'appHost.more.unpin' : 'appHost.more.pin'),
      icon: isPinned ? PinOff : Pin,
      onAction: () => services.setPrefs({ appPins: toggleApp(pins, entry.app) }),
    },
    {
      id: 'link',
      label: t('appHost.more.link'),
      icon: Link,
      onAction: () => void copyLink(),
    },
    { id: 'passport', label: t('appHost.more.passport'), icon: ShieldCheck, onAction: openPassport },
  ];
}
