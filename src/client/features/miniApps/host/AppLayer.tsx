import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { withMinimised, withoutApp, withRaised } from '#client/stores/openAppChanges.ts';
import { AppBubbles } from './AppBubbles.tsx';
import { AppPlace } from './AppPlace.tsx';
import { useAppHistory } from './useAppHistory.ts';

/** The address at which an app opens, and nothing below it. */
const openingPath = /^\/apps\/[a-z0-9-]+\/?$/;

/** All mini-apps of this tab: at most one in front, the others as bubbles. It stands above all screens, so that going from one to another leaves them alone. */
export function AppLayer() {
  const { stores } = useServices();
  const { openApps } = stores;
  const [, navigate] = useLocation();
  const apps = useStore(openApps, (state) => state.apps);
  const [faces, setFaces] = useState<ReadonlyMap<number, { name: string; icon: string | undefined }>>(new Map());
  const name = useCallback(
    (key: number, face: { name: string; icon: string | undefined }) =>
      setFaces((before) => new Map(before).set(key, face)),
    [],
  );
  const front = apps.find((entry) => !entry.isMinimised);
  const minimise = () => openApps.setState(withMinimised);
  useAppHistory(front !== undefined, {
    onBack: minimise,
    // The address of an app stands for an app that is open: loaded anew, it would open again.
    onLeft() {
      const { pathname } = window.location;
      if (openingPath.test(pathname) && !/\/(?:make|review)\/?$/.test(pathname)) navigate('/apps', { replace: true });
    },
  });
  const bubbles = apps
    .filter((entry) => entry.isMinimised && !entry.isWarm)
    .map(({ key, app }) => ({ key, id: app, name: faces.get(key)?.name ?? app, icon: faces.get(key)?.icon }));
  return (
    <>
      {front?.view === 'tall' && (
        <div aria-hidden onClick={minimise} className="fixed inset-0 z-10 bg-scrim max-tablet:hidden desk:hidden" />
      )}
      {apps.map(
        (entry) =>
          !entry.isFrozen && (
            <AppPlace
              key={entry.key}
              entry={entry}
              onNamed={name}
              onMinimise={minimise}
              onClose={() => openApps.setState((state) => withoutApp(state, entry.key))}
            />
          ),
      )}
      <AppBubbles
        bubbles={bubbles}
        front={front?.view}
        onOpen={(key) => openApps.setState((state) => withRaised(state, key))}
        onClose={(key) => openApps.setState((state) => withoutApp(state, key))}
      />
    </>
  );
}
