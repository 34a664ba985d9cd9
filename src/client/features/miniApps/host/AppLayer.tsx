import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { withMinimised, withoutApp, withRaised } from '#client/stores/openAppChanges.ts';
import { AppBubbles } from './AppBubbles.tsx';
import { AppPlace } from './AppPlace.tsx';

/** All mini-apps of this tab: at most one in front, the others as bubbles. It stands above all screens, so that going from one to another leaves them alone. */
export function AppLayer() {
  const { stores } = useServices();
  const { openApps } = stores;
  const apps = useStore(openApps, (state) => state.apps);
  const [faces, setFaces] = useState<ReadonlyMap<number, { name: string; icon: string | undefined }>>(new Map());
  const name = useCallback(
    (key: number, face: { name: string; icon: string | undefined }) =>
      setFaces((before) => new Map(before).set(key, face)),
    [],
  );
  const bubbles = apps
    .filter((entry) => entry.isMinimised)
    .map(({ key, app }) => ({ key, id: app, name: faces.get(key)?.name ?? app, icon: faces.get(key)?.icon }));
  return (
    <>
      {apps.map(
        (entry) =>
          !entry.isFrozen && (
            <AppPlace
              key={entry.key}
              entry={entry}
              onNamed={name}
              onMinimise={() => openApps.setState(withMinimised)}
              onClose={() => openApps.setState((state) => withoutApp(state, entry.key))}
            />
          ),
      )}
      <AppBubbles
        bubbles={bubbles}
        onOpen={(key) => openApps.setState((state) => withRaised(state, key))}
        onClose={(key) => openApps.setState((state) => withoutApp(state, key))}
      />
    </>
  );
}
