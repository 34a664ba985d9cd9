import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useServices, type ChatWindow } from '#client/context.ts';
import { emptyChatWindow } from '#client/stores/chatWindowStore.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { isPlace } from '#domain/chatTraits.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';

const noWindow = createStore(() => emptyChatWindow(0 as ChatId));

/** The names of a chat and of who wrote in it. Shares the chat's window for as long as somebody asks. */
export function useChatNames(c: ChatId) {
  const { t } = useTranslation();
  const { openChat, stores } = useServices();
  const [win, setWindow] = useState<ChatWindow>();
  useLayoutEffect(() => hold(openChat(c), setWindow), [openChat, c]);
  const users = useStore(stores.people, (people) => people.users);
  const contacts = useStore(stores.people, (people) => people.contacts);
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(c));
  const members = useStore(win?.store ?? noWindow, (state) => state.members);
  const nameOfMember = useCallback(
    (mid: number) => nameOf({ users, contacts }, mid as MemberId, members.get(mid)?.nn) ?? t('common.someone'),
    [users, contacts, members, t],
  );
  return {
    win,
    chat,
    title: (chat && chatTitle({ users, contacts }, chat)) ?? t('common.someone'),
    face: {
      id: chat ? chatFace({ users }, chat) : '0',
      shape: chat && isPlace(chat.kind) ? ('place' as const) : ('person' as const),
    },
    nameOf: nameOfMember,
  };
}

function hold(shared: ChatWindow, show: (shared: ChatWindow) => void): () => void {
  show(shared);
  return () => shared.close();
}

/** Asks for the cards of people whose names are wanted. */
export function useWantedPeople(ids: readonly number[]): void {
  const { wantUsers, stores } = useServices();
  const key = ids.join(' ');
  useEffect(() => {
    const { users } = stores.people.getState();
    const missing = key
      .split(' ')
      .map(Number)
      .filter((id) => id > 0 && !users.has(id as never));
    if (missing.length > 0) wantUsers(missing as never);
  }, [key, wantUsers, stores]);
}
