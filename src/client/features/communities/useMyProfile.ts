import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useComebacks, useServices, type ChatWindow } from '#client/context.ts';
import type { CommunityChat } from './CommunityChat.ts';

/** Me as others see me in a community. `av`: `m:<id>` of a picture. */
export interface MyProfile {
  name: string;
  av?: string | undefined;
}

/** My name and picture in a community: from this device, else asked for, because nobody needs their own row to read. Undefined while nothing is known. */
export function useMyProfile(chat: CommunityChat, win: ChatWindow): MyProfile | undefined {
  const { rpc } = useServices();
  const stored = useStore(win.store, ({ members }) => members.get(chat.me.mid));
  const [asked, setAsked] = useState<MyProfile & { rev: number }>();
  const comebacks = useComebacks();
  const { c, me, head } = chat;
  // Every change of a name or picture is one of the membership.
  const isStale = stored === undefined || head.mr > stored.r;
  useEffect(() => {
    if (!isStale) return undefined;
    let isWanted = true;
    void rpc('members.list', { c, ids: [me.mid] }).then((answer) => {
      const mine = answer.ok ? answer.data.items[0] : undefined;
      if (isWanted && mine?.nn !== undefined) setAsked({ name: mine.nn, av: mine.av, rev: mine.r });
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, c, me.mid, head.mr, isStale, comebacks]);
  if (asked && asked.rev >= (stored?.r ?? 0)) return asked;
  return stored?.nn === undefined ? undefined : { name: stored.nn, av: stored.av };
}
