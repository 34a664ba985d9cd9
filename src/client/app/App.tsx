import { Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { EntryContext, ServicesContext } from '#client/context.ts';
import { PictureSourceContext } from '#client/parts/PictureSource.ts';
import { AfterPaint } from './AfterPaint.tsx';
import type { AppProps } from './AppModel.ts';
import { EntryRoutes } from './EntryRoutes.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { Person } from './openPerson.ts';
import { parseRoute } from './parseRoute.ts';
import { PersonRoutes } from './PersonRoutes.tsx';
import { AppShell } from './screens/AppShell.tsx';
import { TroublePage } from './TroublePage.tsx';

const report = (error: unknown): void => consoleLog.warn('screen.crashed', { error: String(error) });

/** The whole page: trouble, the log-in screens, or the messenger of the person who is logged in. */
export function App({ model, entry, notePath, onPainted }: AppProps) {
  const person = useStore(model, (state) => state.person);
  const trouble = useStore(model, (state) => state.trouble);
  if (trouble) return <TroublePage trouble={trouble} />;
  return (
    <ErrorBoundary fallback={<TroublePage trouble="crash" />} onError={report}>
      <EntryContext value={entry}>
        {person ? (
          <Messenger person={person} notePath={notePath} onPainted={onPainted} />
        ) : (
          <EntryRoutes onPainted={onPainted} />
        )}
      </EntryContext>
    </ErrorBoundary>
  );
}

function Messenger({ person, notePath, onPainted }: { person: Person } & Pick<AppProps, 'notePath' | 'onPainted'>) {
  const [path] = useLocation();
  useEffect(() => notePath(path), [path, notePath]);
  const isEnded = useStore(person.services.stores.session, (session) => session.state === 'ended');
  const { at } = parseRoute(path);
  // Somebody whom the server has logged out may log in again over the cache that is still here.
  if (isEnded && at === 'login') return <EntryRoutes onPainted={onPainted} />;
  return (
    <ServicesContext value={person.services}>
      <PictureSourceContext value={person.pictures}>
        <AppShell>
          {/* A screen that fails leaves rail and strip alone; going elsewhere gives the next one a fresh boundary. */}
          <ErrorBoundary key={at} fallback={<TroublePage trouble="crash" />} onError={report}>
            <Suspense fallback={null}>
              <PersonRoutes />
              <AfterPaint run={onPainted} />
            </Suspense>
          </ErrorBoundary>
        </AppShell>
      </PictureSourceContext>
    </ServicesContext>
  );
}
