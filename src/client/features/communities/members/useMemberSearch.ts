import { useEffect, useState } from 'react';
import type { Mem } from '#protocol/entities/members.ts';
import type { WireError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';

/** How long typing rests before the server is asked, ms. */
const REST_MS = 250;

type Answer = { key: string; found?: readonly Mem[]; problem?: Pick<WireError, 'code' | 'retry'> };

/** Members whose name begins with the query, from the server. `round`: a higher one asks again. */
export function useMemberSearch(c: ChatId, query: string, round: number): Omit<Answer, 'key'> {
  const { rpc } = useServices();
  const [answer, setAnswer] = useState<Answer>();
  const q = query.trim();
  const key = `${round} ${q}`;
  useEffect(() => {
    if (q === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answered = await rpc('members.list', { c, q: q.slice(0, 40) });
      if (isWanted) setAnswer(answered.ok ? { key, found: answered.data.items } : { key, problem: answered });
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [rpc, c, q, key]);
  // What an earlier query has found is not shown under a later one.
  return answer?.key === key ? answer : {};
}
