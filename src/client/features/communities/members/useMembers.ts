import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { communityLimits } from '#domain/communityRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices, type Services } from '#client/context.ts';
import { createMemberPages, type MemberPages } from './createMemberPages.ts';

/** Where letters begin is asked for again at most this often, ms. */
const INDEX_MS = 3_000;

/** The members of a community as far as they are looked at. `mr`: the rev of the last membership change. */
export function useMembers(c: ChatId, mr: number) {
  const services = useServices();
  const [pages, setPages] = useState<MemberPages>();
  useEffect(() => hold(makePages(services, c), setPages), [services, c]);
  useEffect(() => pages?.changed(mr), [pages, mr]);
  const index = useLetters(services, c, mr);
  return { pages, index };
}

/** What the list shows of its windows. */
export function useMemberRows(pages: MemberPages) {
  return useStore(pages.store);
}

function makePages({ rpc }: Services, c: ChatId): MemberPages {
  return createMemberPages(
    {
      size: communityLimits.page,
      ask: (range) => rpc('members.list', { c, range }),
      after(ms, work) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
    },
    0,
  );
}

function hold(made: MemberPages, show: (made: MemberPages) => void): () => void {
  show(made);
  made.look(0, 0);
  return () => made.close();
}

type Letters = { staff: number; letters: readonly (readonly [string, number])[] };

/** Without a network there are no letters: the list works without them. */
function useLetters({ rpc }: Services, c: ChatId, mr: number): Letters | undefined {
  const [index, setIndex] = useState<Letters>();
  const isFirst = useRef(true);
  useEffect(() => {
    let isWanted = true;
    // The first at once; while people come and go, one answer has to do for a while.
    const timer = setTimeout(
      async () => {
        const answer = await rpc('members.index', { c });
        isFirst.current = false;
        if (isWanted && answer.ok) setIndex(answer.data);
      },
      isFirst.current ? 0 : INDEX_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [rpc, c, mr]);
  return index;
}
