import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ack } from '#protocol/errors.ts';
import { problemText } from '#client/parts/problemText.ts';

/** One act at a time, with the words for why the last one did not work. */
export function useAct() {
  const { t } = useTranslation();
  const [busyKey, setBusyKey] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const run = async <Data>(
    key: string,
    ask: () => Promise<Ack<Data>>,
    onDone?: (data: Data) => void,
  ): Promise<void> => {
    if (busyKey !== undefined) return;
    setBusyKey(key);
    setProblem(undefined);
    const answer = await ask();
    setBusyKey(undefined);
    if (answer.ok) onDone?.(answer.data);
    else setProblem(problemText(t, answer));
  };
  return { busyKey, problem, run, forget: () => setProblem(undefined) };
}
