import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useIsLive, useServices } from '#client/context.ts';
import type { AppCategory } from '#protocol/entities/appStates.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { WireError } from '#protocol/errors.ts';
import { joinPages } from './appLists.ts';

/** How long typing rests before the server is asked, ms. */
const REST_MS = 250;
/** Longest search the server takes, characters. */
const QUERY_MAX = 60;

interface Found {
  cards: readonly AppCard[] | undefined;
  hasMore: boolean;
  isLoading: boolean;
  problem: Pick<WireError, 'code' | 'retry'> | undefined;
}

/** Apps by words and group, a page at a time. What an earlier question found stays until the newer answer is there; a failed one is repeated with the connection. */
export function useAppSearch({ query, category }: { query: string; category: AppCategory | undefined }) {
  const { rpc, appShelf, serverNow } = useServices();
  const isLive = useIsLive();
  const [found, setFound] = useState<Found>({ cards: undefined, hasMore: false, isLoading: true, problem: undefined });
  const [attempt, setAttempt] = useState(0);
  const round = useRef(0);
  const isFirst = useRef(true);
  const q = query.trim().slice(0, QUERY_MAX);
  const ask = async (before: readonly AppCard[]): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    setFound((last) => ({ ...last, isLoading: true }));
    const answer = await rpc('app.list', {
      sort: 'people',
      ...(q === '' ? {} : { q }),
      ...(category === undefined ? {} : { cat: category }),
      ...(before.length === 0 ? {} : { after: before.length }),
    });
    if (mine !== round.current) return;
    if (!answer.ok) {
      // What another question found is no answer to this one.
      const cards = before.length === 0 ? undefined : before;
      return setFound((last) => ({ ...last, cards, isLoading: false, problem: answer }));
    }
    const { apps, more } = answer.data;
    if (before.length === 0 && q === '' && category === undefined) appShelf.keep({ at: serverNow(), all: apps });
    setFound({ cards: joinPages(before, apps), hasMore: more === 1, isLoading: false, problem: undefined });
  };
  const askRef = useRef(ask);
  useEffect(() => {
    askRef.current = ask;
  });
  useEffect(() => {
    const timer = setTimeout(() => void askRef.current([]), isFirst.current ? 0 : REST_MS);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [q, category, attempt]);
  const repeatFailed = useEffectEvent(() => {
    if (found.problem) void askRef.current(found.cards ?? []);
  });
  useEffect(() => {
    if (isLive) repeatFailed();
  }, [isLive]);
  return {
    ...found,
    more() {
      if (!found.isLoading && found.hasMore) void ask(found.cards ?? []);
    },
    retry: () => setAttempt(attempt + 1),
  };
}
