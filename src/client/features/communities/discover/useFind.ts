import { useEffect, useRef, useState } from 'react';
import type { CommunityCategory } from '#protocol/entities/chatSettings.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import type { WireError } from '#protocol/errors.ts';
import { useServices } from '#client/context.ts';
import type { DiscoverSort } from './DiscoverList.tsx';

/** How long typing rests before the server is asked, ms. */
const REST_MS = 250;

export interface FindInput {
  query: string;
  topic: CommunityCategory | undefined;
  sort: DiscoverSort;
}

interface Found {
  cards: readonly CommunityCard[] | undefined;
  next: number | undefined;
  isLoading: boolean;
  problem: Pick<WireError, 'code' | 'retry'> | undefined;
}

/** Communities by words, topic and order, a page at a time. What an earlier question found stays on screen until the newer answer is there. */
export function useFind({ query, topic, sort }: FindInput) {
  const { rpc } = useServices();
  const [found, setFound] = useState<Found>({ cards: undefined, next: undefined, isLoading: true, problem: undefined });
  const [attempt, setAttempt] = useState(0);
  const round = useRef(0);
  const isFirst = useRef(true);
  const q = query.trim().slice(0, 40);
  const ask = async (from: number | undefined): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    setFound((before) => ({ ...before, isLoading: true, problem: undefined }));
    const answer = await rpc('community.find', {
      sort,
      ...(q === '' ? {} : { q }),
      ...(topic === undefined ? {} : { cat: topic }),
      ...(from === undefined ? {} : { from }),
    });
    if (mine !== round.current) return;
    setFound((before) => {
      if (!answer.ok) return { ...before, isLoading: false, problem: answer };
      const { items, next } = answer.data;
      const old = from === undefined ? [] : (before.cards ?? []);
      // Activity moves communities between pages while somebody scrolls: none stands twice.
      const known = new Set(old.map(({ c }) => c));
      return { cards: [...old, ...items.filter(({ c }) => !known.has(c))], next, isLoading: false, problem: undefined };
    });
  };
  const askRef = useRef(ask);
  useEffect(() => {
    askRef.current = ask;
  });
  useEffect(() => {
    const timer = setTimeout(() => void askRef.current(undefined), isFirst.current ? 0 : REST_MS);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [q, topic, sort, attempt]);
  return {
    ...found,
    hasMore: found.next !== undefined,
    more() {
      if (!found.isLoading && found.next !== undefined) void ask(found.next);
    },
    retry: () => setAttempt(attempt + 1),
  };
}
