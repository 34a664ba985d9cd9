import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isDirect } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ListedChat } from './model/toPreview.ts';

/** The names of chats by id, for search and menus. */
export function useTitles(): (id: ListedChat['c']) => string {
  const { t } = useTranslation();
  const { stores } = useServices();
  const chats = useStore(stores.chatList, (state) => state.chats);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  return useMemo(
    () => (id) => {
      const chat = chats.get(id);
      const title = chat && chatTitle({ users, contacts }, chat);
      return title ?? (chat && isDirect(chat.kind) ? t('chat.someone') : t('chat.untitled'));
    },
    [t, chats, users, contacts],
  );
}
