import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import { problemText } from './problemText.ts';

/** Why an act did not work. `detail`: what the server adds for developers, in English. */
export interface ActProblem {
  key: string;
  code: ErrorCode;
  text: string;
  detail?: string | undefined;
}

/** One act at a time, each under a key; knows which one runs and why the last one did not work. Resolves with whether it did. */
export function useOneAct() {
  const { t } = useTranslation();
  const [busyKey, setBusyKey] = useState<string>();
  const [problem, setProblem] = useState<ActProblem>();
  const run = async <Data>(key: string, ask: () => Promise<Ack<Data>>, onDone?: (data: Data) => void) => {
    if (busyKey !== undefined) return false;
    setBusyKey(key);
    setProblem(undefined);
    const answer = await ask();
    setBusyKey(undefined);
    if (answer.ok) onDone?.(answer.data);
    else setProblem({ key, code: answer.code, text: problemText(t, answer), detail: answer.msg });
    return answer.ok;
  };
  return {
    busyKey,
    problem,
    problemOf: (key: string) => (problem?.key === key ? problem : undefined),
    run,
    forget: () => setProblem(undefined),
  };
}
