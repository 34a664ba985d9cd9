import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices, type Services } from '#client/context.ts';
import type { AppPlaceMemory, OpenApp } from '#client/stores/openAppsStore.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { toggleApp } from '../pages/appLists.ts';
import { createAppHost, type AppHostHandle } from './createAppHost.ts';

type Device = Awaited<ReturnType<Services['loadMiniAppDevice']>>;
type Line = ReturnType<Device['openBridge']>;

/** What a hosted app needs of the screen that shows it. */
export interface AppHostScreen {
  /** host name at which this device knows the app to run, before it was opened in this tab */
  host: string | undefined;
  close(): void;
  openPassport(): void;
}

/** The host of an open app, for as long as it is open. Undefined until what it needs has been loaded. */
export function useAppHost(
  entry: OpenApp,
  frame: RefObject<HTMLIFrameElement | null>,
  screen: AppHostScreen,
): AppHostHandle | undefined {
  const services = useServices();
  const { i18n } = useTranslation();
  const [host, setHost] = useState<AppHostHandle>();
  const around = useRef({ entry, screen, services, language: i18n.language });
  around.current = { entry, screen, services, language: i18n.language };
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    services.loadMiniAppDevice().then(
      (device) => {
        if (isGone) return;
        const made = startHost(device, frame, around);
        stop = made.stop;
        if (around.current.entry.isWarm) made.host.warm();
        else void made.host.launch();
        setHost(made.host);
      },
      // Without a network the code itself may be missing: the page of the app could not be had either.
      () => around.current.screen.close(),
    );
    return () => {
      isGone = true;
      stop?.();
      setHost(undefined);
    };
    // One opening is one host; what else changes is read when it is needed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [entry.key, entry.isFrozen]);
  const { isWarm } = entry;
  useEffect(() => {
    if (!isWarm && host?.isWarm()) void host.launch();
  }, [host, isWarm]);
  return host;
}

type Around = RefObject<{ entry: OpenApp; screen: AppHostScreen; services: Services; language: string }>;

function startHost(device: Device, frame: RefObject<HTMLIFrameElement | null>, around: Around) {
  let line: Line | undefined;
  let lineTo: string | undefined;
  const { app } = around.current.entry;
  const { openApps, prefs } = around.current.services.stores;
  const ports: AppHostPorts = {
    wish: () => around.current.entry,
    rpc: (name, input) => around.current.services.rpc(name, input),
    newOp: () => around.current.services.newOp(),
    send: (event, data) => line?.send(event, data),
    lastPlace: () => openApps.getState().places.get(app) ?? guessPlace(around.current.screen.host),
    keepPlace: (place) => openApps.setState(({ places }) => ({ places: new Map(places).set(app, place) })),
    connect(origin) {
      if (origin === lineTo) return;
      line?.close();
      lineTo = origin;
      line = device.openBridge({
        frame: () => frame.current?.contentWindow ?? null,
        origin,
        onCall: (call) => host.hear(call),
        app,
        onFlood: () => host.fail({ kind: 'flood' }),
      });
    },
    hasPressed: () => navigator.userActivation.isActive,
    theme: () => device.themeColors(),
    size: () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
    frames: () => frame.current?.contentWindow?.length,
    isLive: () => around.current.services.stores.health.getState().status.phase === 'live',
    origin: location.origin,
    language: () => around.current.language,
    readClipboard: () => device.readClipboard(),
    locate: () => device.locate(),
    openUrl: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    vibrate: (pattern) => void navigator.vibrate?.(pattern),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
    isPinned: () => prefs.getState().appPins.includes(app),
    pin() {
      const { appPins } = prefs.getState();
      if (!appPins.includes(app)) around.current.services.setPrefs({ appPins: toggleApp(appPins, app) });
    },
    openPassport: () => around.current.screen.openPassport(),
    close: () => around.current.screen.close(),
  };
  const host = createAppHost(ports);
  return {
    host,
    stop() {
      line?.close();
      host.stop();
    },
  };
}

/** Apps run at the port of the messenger. A guess that is wrong costs a frame that is thrown away. */
function guessPlace(host: string | undefined): AppPlaceMemory | undefined {
  if (host === undefined) return undefined;
  const { protocol, port } = location;
  return { origin: `${protocol}//${host}${port === '' || host.includes(':') ? '' : `:${port}`}`, allow: [] };
}
