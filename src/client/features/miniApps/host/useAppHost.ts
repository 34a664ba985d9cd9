import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices, type Services } from '#client/context.ts';
import type { OpenApp } from '#client/stores/openAppsStore.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { createAppHost, type AppHostHandle } from './createAppHost.ts';

type Device = Awaited<ReturnType<Services['loadMiniAppDevice']>>;
type Line = ReturnType<Device['openBridge']>;

/** What a hosted app needs of the screen that shows it. */
export interface AppHostScreen {
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
  const around = useRef({ screen, services, language: i18n.language });
  around.current = { screen, services, language: i18n.language };
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    services.loadMiniAppDevice().then(
      (device) => {
        if (isGone) return;
        const made = startHost(entry, device, frame, around);
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

type Around = RefObject<{ screen: AppHostScreen; services: Services; language: string }>;

function startHost(entry: OpenApp, device: Device, frame: RefObject<HTMLIFrameElement | null>, around: Around) {
  let line: Line | undefined;
  let lineTo: string | undefined;
  const { openApps } = around.current.services.stores;
  const ports: AppHostPorts = {
    rpc: (name, input) => around.current.services.rpc(name, input),
    newOp: () => around.current.services.newOp(),
    send: (event, data) => line?.send(event, data),
    lastPlace: () => openApps.getState().places.get(entry.app),
    keepPlace: (place) => openApps.setState(({ places }) => ({ places: new Map(places).set(entry.app, place) })),
    connect(origin) {
      if (origin === lineTo) return;
      line?.close();
      lineTo = origin;
      line = device.openBridge({
        frame: () => frame.current?.contentWindow ?? null,
        origin,
        onCall: (call) => host.hear(call),
        onRefused: (why) => console.debug(`mini-app ${entry.app}: message refused (${why})`),
        onFlood: () => host.fail({ kind: 'flood' }),
      });
    },
    hasPressed: () => navigator.userActivation.isActive,
    theme: () => device.themeColors(),
    size: () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
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
    isPinned: () => around.current.services.stores.prefs.getState().appPins.includes(entry.app),
    pin() {
      const { services } = around.current;
      const { appPins } = services.stores.prefs.getState();
      services.setPrefs({ appPins: [...appPins.filter((id) => id !== entry.app), entry.app] });
    },
    openPassport: () => around.current.screen.openPassport(),
    close: () => around.current.screen.close(),
  };
  const host = createAppHost(entry, ports);
  void host.launch();
  return {
    host,
    stop() {
      line?.close();
      host.stop();
    },
  };
}
