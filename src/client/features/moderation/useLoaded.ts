import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';

/** What a request answered. While it is asked again the last answer stays. */
export interface Loaded<Data> {
  data: Data | undefined;
  problem: string | undefined;
  reload: () => void;
}

/** Asks the server when the screen opens, when the question changes, when the connection is back, and on `reload`. */
export function useLoaded<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Loaded<RequestOutput<Name>> {
  const { t } = useTranslation();
  const { rpc } = useServices();
  const comebacks = useComebacks();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ data?: RequestOutput<Name>; problem?: string }>({});
  const key = JSON.stringify(input);
  const asked = useMemo(() => JSON.parse(key) as RequestInput<Name>, [key]);
  useEffect(() => {
    let isHere = true;
    void rpc(name, asked).then((answer) => {
      if (!isHere) return;
      if (answer.ok) setState({ data: answer.data });
      else setState((last) => ({ ...last, problem: problemText(t, answer) }));
    });
    return () => {
      isHere = false;
    };
  }, [rpc, name, asked, turn, comebacks, t]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { data: state.data, problem: state.problem, reload };
}
