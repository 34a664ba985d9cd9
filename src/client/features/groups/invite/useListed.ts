import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ack } from '#protocol/errors.ts';
import { problemText } from '#client/parts/problemText.ts';
import { useComebacks } from '#client/context.ts';

/** What the server last said, and why it said nothing the last time. */
export interface Listed<Data> {
  data?: Data;
  failure?: string;
  reload: () => void;
}

/** A list of the server's, asked for at once, whenever `ask` is another one, when the connection is back, and by `reload`. What was there stays until the next answer. */
export function useListed<Data>(ask: () => Promise<Ack<Data>>): Listed<Data> {
  const { t } = useTranslation();
  const [state, setState] = useState<Omit<Listed<Data>, 'reload'>>({});
  const comebacks = useComebacks();
  const [round, reload] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isGone = false;
    void ask().then((answer) => {
      if (isGone) return;
      setState((before) => (answer.ok ? { data: answer.data } : { ...before, failure: problemText(t, answer) }));
    });
    return () => {
      isGone = true;
    };
  }, [ask, t, round, comebacks]);
  return { ...state, reload };
}
