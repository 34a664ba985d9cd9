import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/parts/problemText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { Ack, WireError } from '#protocol/errors.ts';

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
    else setProblem(changeProblem(t, answer));
  };
  return { isBusy, problem, run, forget: () => setProblem(undefined) };
}

const hourMs = 3_600_000;

/** Words for refusals that mean something else here than for messages. */
function changeProblem(t: Translate, answer: WireError): string {
  if (answer.code === 'GONE') return t('guard.problem.gone');
  if (answer.code !== 'WINDOW') return problemText(t, answer);
  if (answer.retry === undefined) return t('guard.problem.late');
  return t('guard.problem.wait', { count: Math.max(1, Math.ceil(answer.retry / hourMs)) });
}
