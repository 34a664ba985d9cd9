import { useEffect, useMemo, useRef, useState } from 'react';
import { useServices, type Services } from '#client/context.ts';
import type { Nameable } from './model/matchMembers.ts';

/** How long typing rests before the server is asked, ms. */
const REST_MS = 200;
/** Longest query that is sent. */
const LONGEST = 40;

type ChatId = Parameters<Services['openChat']>[0];

/**
 * Who can be named. In a community a device knows only some members: while a name is written the server is asked for those whose names begin with it. What it
 * answers is kept while the chat is open, so that the same letters are not asked for twice; without a network the members that are known have to do.
 */
export function useMemberNames(c: ChatId, isPlace: boolean, known: readonly Nameable[], me: number) {
  const { rpc } = useServices();
  const [found, setFound] = useState<ReadonlyMap<number, Nameable>>(new Map());
  const asked = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const people = useMemo(() => {
    if (found.size === 0) return known;
    // A name that is stored here is at least as new.
    return [...new Map([...found, ...known.map((person) => [person.mid, person] as const)]).values()];
  }, [found, known]);
  const look = async (query: string): Promise<void> => {
    asked.current.add(query);
    const answer = await rpc('members.list', { c, q: query });
    if (!answer.ok) {
      asked.current.delete(query);
      return;
    }
    const named = answer.data.items.flatMap(({ u, nn }): Nameable[] =>
      nn === undefined || u === (me as number) ? [] : [{ mid: u, name: nn, face: String(u) }],
    );
    if (named.length > 0) setFound((before) => new Map([...before, ...named.map((one) => [one.mid, one] as const)]));
  };
  const onQuery = (text: string): void => {
    const query = text.trim().slice(0, LONGEST);
    clearTimeout(timer.current);
    if (query === '' || asked.current.has(query)) return;
    timer.current = setTimeout(() => void look(query), REST_MS);
  };
  return { people, onQuery: isPlace ? onQuery : undefined };
}
