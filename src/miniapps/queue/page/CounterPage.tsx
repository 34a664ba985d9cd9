import { useCallback } from 'react';
import type { AppPage } from '#miniapps/kit/page/AppPage.ts';
import { LoadingPage } from '#miniapps/kit/page/LoadingPage.tsx';
import { useAct } from '#miniapps/kit/page/useAct.ts';
import { useLive } from '#miniapps/kit/page/useLive.ts';
import type { CounterView } from '#miniapps/queue/server/queueShapes.ts';
import { CounterScreen } from './CounterScreen.tsx';
import type { QueuePageWords } from './queueParts.ts';

/** The counter of a place, as it is now. */
export function CounterPage(props: { page: AppPage<QueuePageWords>; place: string; onBack: () => void }) {
  const { page, place, onBack } = props;
  const { kabar, server, words, kit } = page;
  const act = useAct(kit);
  const path = `/api/staff/${place}`;
  const load = useCallback(
    (last: CounterView | undefined) => server.get<CounterView>(last ? `${path}?v=${last.v}` : path),
    [server, path],
  );
  const live = useLive(kabar, load, 200);
  const counter = live.value;
  if (!counter) return <LoadingPage kit={kit} error={live.error} />;
  const onStep = (step: 'next' | 'skip' | 'close' | 'open') =>
    act.run(async () => {
      try {
        await server.post(path, { step, current: counter.current?.id ?? null });
        return undefined;
      } finally {
        await live.refresh();
      }
    });
  return (
    <CounterScreen
      {...{ words, kit, counter, onStep, onBack }}
      now={counter.now}
      isOffline={live.isOffline}
      isBusy={act.isBusy}
      said={act.said}
    />
  );
}
