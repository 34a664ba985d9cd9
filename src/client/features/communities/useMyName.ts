import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useServices, type ChatWindow } from '#client/context.ts';
import type { CommunityChat } from './CommunityChat.ts';

/** My name in a community: from this device, else asked for, because nobody needs their own row to read. Undefined while nothing is known. */
export function useMyName(chat: CommunityChat, win: ChatWindow): string | undefined {
  const { rpc } = useServices();
  const stored = useStore(win.store, ({ members }) => members.get(chat.me.mid));
  const [asked, setAsked] = useState<{ name: string; rev: number }>();
  const { c, me, head } = chat;
  // Every change of a name is one of the membership.
  const isStale = stored === undefined || head.mr > stored.r;
  useEffect(() => {
    if (!isStale) return undefined;
    let isWanted = true;
    void rpc('members.list', { c, ids: [me.mid] }).then((answer) => {
      const mine = answer.ok ? answer.data.items[0] : undefined;
      if (isWanted && mine?.nn !== undefined) setAsked({ name: mine.nn, rev: mine.r });
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, c, me.mid, head.mr, isStale]);
  return asked && asked.rev >= (stored?.r ?? 0) ? asked.name : stored?.nn;
}
