import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { KnowingApps, type KnowingAppsProps } from './KnowingApps.tsx';

/** The settings page about mini-apps. Without a connection it lists those this device remembers. */
export function KnowingAppsPane() {
  const { t } = useTranslation();
  const { rpc, appShelf, serverNow } = useServices();
  const [, navigate] = useLocation();
  const comebacks = useComebacks();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Pick<KnowingAppsProps, 'apps' | 'problem'>>({
    apps: undefined,
    problem: undefined,
  });
  useEffect(() => {
    let isHere = true;
    const show = (next: typeof state) => void (isHere && setState(next));
    void rpc('app.recent', {}).then(async (answer) => {
      if (answer.ok) return show({ apps: answer.data.apps, problem: undefined });
      const kept = await appShelf.read();
      show({ apps: kept?.recent.map((app) => ({ app })), problem: problemText(t, answer) });
    });
    return () => {
      isHere = false;
    };
  }, [rpc, appShelf, t, attempt, comebacks]);
  return (
    <KnowingApps
      {...state}
      now={serverNow()}
      onRetry={() => setAttempt(attempt + 1)}
      onOpen={(app) => navigate(`/apps/${app}/passport`)}
    />
  );
}
