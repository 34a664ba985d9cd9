import { useCallback, useEffect, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isCommunity, isJoined } from '#domain/chatTraits.ts';
import type { Standing } from '#domain/permissions.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

/** Something on the shelf, as far as its maker goes. */
type Made = { readonly u: number; readonly un?: string | undefined };

/** What the pages of a chat's shelf need to know of the chat and of me in it. `standing` is undefined while this device does not know the chat, or I am not in it. */
export function useChatShelf(c: ChatId) {
  const { t } = useTranslation();
  const { stores, openChat } = useServices();
  const [, navigate] = useLocation();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(c));
  const users = useStore(stores.people, (people) => people.users);
  const contacts = useStore(stores.people, (people) => people.contacts);
  // Of a community only who shows it is told at once what changes in it.
  useEffect(() => {
    const shown = openChat(c);
    return () => shown.close();
  }, [openChat, c]);
  const newest = chat?.head.l;
  const people = { users, contacts };
  const someone = t('common.someone');
  const follow = useCallback(
    (href: string) =>
      (event: MouseEvent<HTMLElement>): void => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        navigate(href);
      },
    [navigate],
  );
  const standing: Standing | undefined =
    chat && isJoined(chat.me.st)
      ? { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set }
      : undefined;
  const isPlace = chat !== undefined && isCommunity(chat.kind);
  return {
    standing,
    follow,
    navigate,
    title: (chat && chatTitle(people, chat)) ?? someone,
    face: chat && chatFace(people, chat),
    /** me as a member; undefined while this device does not know the chat */
    mid: chat?.me.mid,
    isMine: ({ u }: Made): boolean => u === chat?.me.mid,
    nameOf({ u, un }: Made): string {
      if (u === chat?.me.mid) return t('shelf.you');
      // In a community a member's number is no account.
      return (isPlace ? un : (nameOf(people, u as UserId) ?? un)) ?? someone;
    },
    /** changes when the newest line of the chat tells of something, perhaps of its shelf */
    news: typeof newest?.b?.['ev'] === 'string' ? newest.s : 0,
  };
}
/** See {@link useChatShelf}. */
export type ChatShelf = ReturnType<typeof useChatShelf>;
