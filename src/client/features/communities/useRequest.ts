import { useState } from 'react';
import type { Ack, WireError } from '#protocol/errors.ts';

type Problem = Pick<WireError, 'code' | 'retry'>;

/** One request at a time, with why the last one did not work. */
export function useRequest() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    problem,
    forget: () => setProblem(undefined),
    async run<Data>(ask: () => Promise<Ack<Data>>, onDone: (data: Data) => void): Promise<void> {
      if (isBusy) return;
      setBusy(true);
      setProblem(undefined);
      const answer = await ask();
      setBusy(false);
      if (answer.ok) onDone(answer.data);
      else setProblem(answer);
    },
  };
}
