import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ThreadsBySeq, ThreadSummary } from './ThreadSummary.ts';

type Chat = ChatListState['chats'] extends ReadonlyMap<unknown, infer Listed> ? Listed : never;

/** The threads on messages of a chat that this device knows; undefined where messages have none (`isOn`). The same object while nothing about them changes. */
export function useThreads(c: ChatId, isOn: boolean): ThreadsBySeq | undefined {
  const { stores, serverNow } = useServices();
  const select = useMemo(() => threadsIn(c), [c]);
  const threads = useStore(stores.chatList, select);
  return useMemo(
    () => (isOn ? new Map(threads.map((chat) => [chat.meta.root?.s ?? 0, toSummary(chat, serverNow())])) : undefined),
    [isOn, threads, serverNow],
  );
}

/** Picks the threads of a chat out of all chats; the same list while none of them changes, so that other chats draw nothing here. */
function threadsIn(c: ChatId): (state: Pick<ChatListState, 'chats'>) => readonly Chat[] {
  let seen: ChatListState['chats'] | undefined;
  let last: readonly Chat[] = [];
  return ({ chats }) => {
    if (chats === seen) return last;
    seen = chats;
    const found = [...chats.values()].filter(({ meta }) => meta.root?.c === c);
    if (found.length !== last.length || found.some((chat, at) => chat !== last[at])) last = found;
    return last;
  };
}

function toSummary(chat: Chat, now: number): ThreadSummary {
  const { c: id, meta, head, bump, unread, me } = chat;
  const counts = { replies: head.n, last: bump, unread, isFollowed: me.fo === 1 };
  return { id, ...counts, faces: meta.root?.f ?? [], isMuted: isMuted(chat, now) };
}
