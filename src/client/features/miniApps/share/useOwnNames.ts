import { useEffect, useRef, useState } from 'react';
import { useComebacks, useServices } from '#client/context.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ShareTarget } from '#domain/shareTargets.ts';

/** More communities than this nobody looks through for a share; the others show no name. */
const most = 20;

/** Under which names I am in these communities, by chat: that is who shares there. Without a network none is known until it is back. */
export function useOwnNames(
  communities: readonly ShareTarget[],
  chats: ChatListState['chats'],
): ReadonlyMap<ChatId, string> {
  const { rpc } = useServices();
  const [names, setNames] = useState<ReadonlyMap<ChatId, string>>(new Map());
  const comebacks = useComebacks();
  const asked = useRef(new Set<ChatId>());
  useEffect(() => {
    for (const { to } of communities.slice(0, most)) {
      const chat = 'c' in to ? chats.get(to.c) : undefined;
      if (!chat || asked.current.has(chat.c)) continue;
      asked.current.add(chat.c);
      void rpc('members.list', { c: chat.c, ids: [chat.me.mid] }).then((answer) => {
        if (!answer.ok) return void asked.current.delete(chat.c);
        const name = answer.data.items[0]?.nn;
        if (name !== undefined) setNames((before) => new Map(before).set(chat.c, name));
      });
    }
  }, [rpc, communities, chats, comebacks]);
  return names;
}
