import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { AfterPaint } from './AfterPaint.tsx';
import { parseRoute } from './parseRoute.ts';
import { screenList } from './screenList.ts';

/** Before anybody is logged in every address leads to the log-in screen, except signing up. After the log-in the address is still there. */
export function EntryRoutes({ onPainted }: { onPainted: () => void }) {
  const [path] = useLocation();
  const { at } = parseRoute(path);
  return (
    <Suspense fallback={null}>
      {at === 'signup' ? <screenList.SignUp /> : <screenList.LogIn />}
      <AfterPaint run={onPainted} />
    </Suspense>
  );
}
