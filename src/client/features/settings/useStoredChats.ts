import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isDirect, isPlace } from '#domain/chatTraits.ts';
import { useServices, type StorageReport } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import type { StoredChat } from './StoredChats.tsx';

/** The measured chats with their names and faces; those that take nothing and keep nothing are left out. */
export function useStoredChats(report: StorageReport | undefined): readonly StoredChat[] {
  const { t } = useTranslation();
  const { stores } = useServices();
  const known = useStore(stores.chatList, ({ chats }) => chats);
  const people = useStore(stores.people);
  return useMemo(
    () =>
      (report?.chats ?? []).flatMap(({ c, rows, bytes, isKept }) => {
        const chat = known.get(c);
        if (!chat || (rows === 0 && !isKept)) return [];
        const unnamed = isDirect(chat.kind) ? t('chat.someone') : t('chat.untitled');
        const title = chatTitle(people, chat) ?? unnamed;
        const face = chatFace(people, chat);
        const shape = isPlace(chat.kind) ? ('place' as const) : ('person' as const);
        return [{ id: c, title, faceId: face, shape, rows, bytes, isKept }];
      }),
    [report, known, people, t],
  );
}
