import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/parts/problemText.ts';
import type { Ack } from '#protocol/errors.ts';

/** One change of a group at a time, with the words for why the last one did not work. They need the network: a group is the server's. */
export function useGroupChange() {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (ask: () => Promise<Ack<unknown>>, onDone: () => void): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await ask();
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(problemText(t, answer));
  };
  return { isBusy, problem, run, forget: () => setProblem(undefined) };
}
