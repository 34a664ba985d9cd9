import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ChatFolder, StoredPref } from '#domain/chatFolders.ts';
import { dropFolder, spareFolderId, writeFolder } from '#domain/writeFolders.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ChatFoldersDialog } from './ChatFoldersDialog.tsx';
import { FoldersDialog } from './FoldersDialog.tsx';
import type { ListedChat } from './model/toPreview.ts';

/** What is asked about folders: all of them, those of one chat, or that the archive takes no more. */
export type FolderQuestion = { kind: 'all' | 'archiveFull' } | { kind: 'chat'; c: ListedChat['c']; title: string };

export type FolderDialogsProps = { question: FolderQuestion; onClose: () => void };

/** The dialogs of folders, with what they change. Loaded when one is first wanted. */
export function FolderDialogs({ question, onClose }: FolderDialogsProps) {
  const { t } = useTranslation();
  const { commands, stores, newOp } = useServices();
  const { folders, folderPrefs } = useStore(stores.chatList);
  const store = (pref: StoredPref) => void commands.setPref(pref);
  const create = (name: string, chats: ChatFolder['chats']) => {
    const id = spareFolderId(folderPrefs.values(), newOp().replaceAll('-', '').slice(-10));
    store(writeFolder({ id, name, rank: Math.max(0, ...folders.map(({ rank }) => rank)) + 1, chats }));
  };
  if (question.kind === 'archiveFull') {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t('folders.archive')}
        closeLabel={t('common.close')}
        actions={<Button onClick={onClose}>{t('common.close')}</Button>}
      >
        {t('folders.archiveFull')}
      </Dialog>
    );
  }
  if (question.kind === 'chat') {
    const { c, title } = question;
    return (
      <ChatFoldersDialog
        title={title}
        folders={folders.map((folder) => ({ ...folder, isIn: folder.chats.includes(c) }))}
        onToggle={(folder, isIn) => {
          const others = folder.chats.filter((id) => id !== c);
          store(writeFolder({ ...folder, chats: isIn ? [...others, c] : others }));
        }}
        onCreate={(name) => create(name, [c])}
        onClose={onClose}
      />
    );
  }
  return (
    <FoldersDialog
      folders={folders}
      onCreate={(name) => create(name, [])}
      onRename={(folder, name) => store(writeFolder({ ...folder, name }))}
      onMove={(folder, by) => {
        const order = folders.filter(({ id }) => id !== folder.id);
        order.splice(folders.indexOf(folder) + by, 0, folder);
        for (const [index, each] of order.entries())
          if (each.rank !== index + 1) store(writeFolder({ ...each, rank: index + 1 }));
      }}
      onDelete={({ id }) => store(dropFolder(id))}
      onClose={onClose}
    />
  );
}
