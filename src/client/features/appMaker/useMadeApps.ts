import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';

/** The apps I make. Undefined until the server has told them; asked for again the last answer stays. */
export function useMadeApps() {
  const { t } = useTranslation();
  const { rpc } = useServices();
  const comebacks = useComebacks();
  const [turn, setTurn] = useState(0);
  const [apps, setApps] = useState<readonly MadeApp[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isHere = true;
    void rpc('maker.list', {}).then((answer) => {
      if (!isHere) return;
      setProblem(answer.ok ? undefined : problemText(t, answer));
      if (answer.ok) setApps(answer.data.apps);
    });
    return () => {
      isHere = false;
    };
  }, [rpc, t, turn, comebacks]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  /** An app as the server tells it after a change. */
  const put = useCallback(
    (app: MadeApp) => setApps((known) => known?.map((one) => (one.id === app.id ? app : one))),
    [],
  );
  return { apps, problem, reload, put };
}
