import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '#protocol/requests.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';

export type Reviews = RequestOutput<'review.list'>;

/** What waits for an administrator. While it is asked for again the last answer stays. `isForbidden`: I am none. */
export function useReviews() {
  const { t } = useTranslation();
  const { rpc } = useServices();
  const comebacks = useComebacks();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ data?: Reviews; problem?: string; isForbidden?: boolean }>({});
  useEffect(() => {
    let isHere = true;
    void rpc('review.list', {}).then((answer) => {
      if (!isHere) return;
      if (answer.ok) setState({ data: answer.data });
      else if (answer.code === 'FORBIDDEN') setState({ isForbidden: true });
      else setState((last) => ({ ...last, problem: problemText(t, answer) }));
    });
    return () => {
      isHere = false;
    };
  }, [rpc, t, turn, comebacks]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { data: state.data, problem: state.problem, isForbidden: state.isForbidden === true, reload };
}
