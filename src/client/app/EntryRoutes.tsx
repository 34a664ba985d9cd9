import { Suspense, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useStore } from 'zustand';
import { useEntryServices } from '#client/context.ts';
import { AfterPaint } from './AfterPaint.tsx';
import { keepNextPlace, nextPlace } from './nextPlace.ts';
import { parseRoute } from './parseRoute.ts';
import { screenList } from './screenList.ts';

/**
 * Before anybody is logged in every address leads to the log-in screen, except signing up. After the log-in the address is still there; where signing up has
 * changed it, an invitation, a profile or a mini-app is remembered. Where the server has logged this device out a page says so first.
 */
export function EntryRoutes({ onPainted }: { onPainted: () => void }) {
  const [path] = useLocation();
  const search = useSearch();
  const { at } = parseRoute(path);
  const isRemoved = useStore(useEntryServices().session, ({ state }) => state === 'removed');
  useEffect(() => {
    if (at === 'join' || at === 'add') keepNextPlace(path);
    // What a link says to a mini-app stands behind the question mark.
    if (at === 'apps') keepNextPlace(search === '' ? path : `${path}?${search}`);
  }, [at, path, search]);
  const isInvited = at === 'join' || (nextPlace()?.startsWith('/join/') ?? false);
  return (
    <Suspense fallback={null}>
      {at === 'signup' && <screenList.SignUp isInvited={isInvited} />}
      {at !== 'signup' &&
        (isRemoved && at !== 'login' ? <screenList.Removed /> : <screenList.LogIn isInvited={isInvited} />)}
      <AfterPaint run={onPainted} />
    </Suspense>
  );
}
