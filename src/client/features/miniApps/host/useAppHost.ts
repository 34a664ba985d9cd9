import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices, type Services } from '#client/context.ts';
import type { AppPlaceMemory, OpenApp } from '#client/stores/openAppsStore.ts';
import type { BridgeCall } from '#protocol/bridge.ts';
import type { AppId } from '#protocol/ids.ts';
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
  return host;
}

type Around = RefObject<{ entry: OpenApp; screen: AppHostScreen; services: Services; language: string }>;

function startHost(device: Device, frame: RefObject<HTMLIFrameElement | null>, around: Around) {
  const line = createLine(device, frame, {
    app: around.current.entry.app,
    hear: (call) => host.hear(call),
    onFlood: () => host.fail({ kind: 'flood' }),
  });
  const { app, key } = around.current.entry;
  const { openApps, prefs } = around.current.services.stores;
  const wish = () => openApps.getState().apps.find((entry) => entry.key === key) ?? around.current.entry;
  const ports: AppHostPorts = {
    wish,
    rpc: (name, input) => around.current.services.rpc(name, input),
    newOp: () => around.current.services.newOp(),
    send: (event, data) => line.send(event, data),
    lastPlace: () => openApps.getState().places.get(app) ?? guessPlace(around.current.screen.host),
    keepPlace: (place) => openApps.setState(({ places }) => ({ places: new Map(places).set(app, place) })),
    connect: line.connect,
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
  if (wish().isWarm) host.warm();
  else void host.launch();
  // In the press itself: the server is asked while the screen is still being drawn.
  const unsubscribe = openApps.subscribe(() => {
    if (host.isWarm() && !wish().isWarm) void host.launch();
  });
  return {
    host,
    stop() {
      unsubscribe();
      line.close();
      host.stop();
    },
  };
}

/** The line to the page in the frame: one at a time, to the origin that was connected last. */
function createLine(
  device: Device,
  frame: RefObject<HTMLIFrameElement | null>,
  { app, hear, onFlood }: { app: AppId; hear(call: BridgeCall): void; onFlood(): void },
): { connect(origin: string): void; send: Line['send']; close(): void } {
  let line: Line | undefined;
  let lineTo: string | undefined;
  return {
    connect(origin) {
      if (origin === lineTo) return;
      line?.close();
      lineTo = origin;
      const window = () => frame.current?.contentWindow ?? null;
      line = device.openBridge({ frame: window, origin, onCall: hear, app, onFlood });
    },
    send: (event, data) => line?.send(event, data),
    close: () => line?.close(),
  };
}

/** Apps run at the port of the messenger. A guess that is wrong costs a frame that is thrown away. */
function guessPlace(host: string | undefined): AppPlaceMemory | undefined {
  if (host === undefined) return undefined;
  const { protocol, port } = location;
  return { origin: `${protocol}//${host}${port === '' || host.includes(':') ? '' : `:${port}`}`, allow: [] };
}
