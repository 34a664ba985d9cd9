import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { writeArchive } from '#domain/writeFolders.ts';
import { useServices } from '#client/context.ts';
import { muteForever } from '#domain/muteForever.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { isUnread } from '#client/stores/isUnread.ts';
import { ChatListActions } from './ChatListActions.tsx';
import type { FolderQuestion } from './FolderDialogs.tsx';
import type { ListedChat } from './model/toPreview.ts';

export type RowActionsProps = {
  chat: ListedChat;
  title: string;
  anchor: Element | null;
  onQuestion: (question: FolderQuestion) => void;
  onClose: () => void;
};

/** What can be done with one chat, by commands that work without a network. Loaded on the first press. */
export function RowActions({ chat, title, anchor, onQuestion, onClose }: RowActionsProps) {
  const { t } = useTranslation();
  const { stores, commands, serverNow } = useServices();
  const archived = useStore(stores.chatList, (state) => state.archived);
  const { c, me, head } = chat;
  const isQuiet = isMuted(chat, serverNow());
  const isFresh = isUnread(chat);
  const set = (change: Parameters<typeof commands.setChat>[0]['set']) => void commands.setChat({ c, set: change });
  return (
    <ChatListActions
      t={t}
      title={title}
      anchor={anchor}
      isPinned={(me.pin ?? 0) > 0}
      isMuted={isQuiet}
      isUnread={isFresh}
      isArchived={archived.has(c)}
      onPin={() => set({ pin: me.pin ? 0 : 1 })}
      onMute={() => set(isQuiet ? { mute: 0, notify: 0 } : { mute: muteForever })}
      onHide={() => set({ hide: true })}
      onFolders={() => onQuestion({ kind: 'chat', c, title })}
      onArchive={() => {
        const pref = writeArchive(archived, c, !archived.has(c));
        if (pref) void commands.setPref(pref);
        else onQuestion({ kind: 'archiveFull' });
      }}
      onRead={() => {
        if (!isFresh) return set({ unreadFrom: head.l?.s ?? head.ls });
        void commands.markRead({ c, s: head.ls });
        if (me.uf !== undefined) set({ unreadFrom: 0 });
      }}
      onClose={onClose}
    />
  );
}
