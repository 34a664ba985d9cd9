import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatFolder } from '#domain/chatFolders.ts';
import { folderLimits } from '#domain/writeFolders.ts';
import { textLang } from '#client/parts/textLang.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { FolderName } from './FolderName.tsx';

export type FoldersDialogProps = {
  folders: readonly ChatFolder[];
  onCreate: (name: string) => void;
  onRename: (folder: ChatFolder, name: string) => void;
  /** exchanges a folder with its neighbour; `by`: -1 or 1 */
  onMove: (folder: ChatFolder, by: -1 | 1) => void;
  onDelete: (folder: ChatFolder) => void;
  onClose: () => void;
};

/** Makes folders, names and orders them, and takes them away. All of it works without a network. */
export function FoldersDialog({ folders, onCreate, onRename, onMove, onDelete, onClose }: FoldersDialogProps) {
  const { t, i18n } = useTranslation();
  const [renaming, setRenaming] = useState<string>();
  const [deleting, setDeleting] = useState<ChatFolder>();
  if (deleting) {
    return (
      <ConfirmDialog
        isOpen
        title={t('folders.deleteTitle', { name: deleting.name })}
        text={t('folders.deleteText')}
        confirmLabel={t('folders.deleteConfirm')}
        cancelLabel={t('common.cancel')}
        onCancel={() => setDeleting(undefined)}
        onConfirm={() => {
          setDeleting(undefined);
          onDelete(deleting);
        }}
      />
    );
  }
  const isFull = folders.length >= folderLimits.folders;
  return (
    <Dialog isOpen onClose={onClose} title={t('folders.manage')} closeLabel={t('common.close')}>
      {folders.length === 0 && <p className="mb-4 text-13 text-ink-soft">{t('folders.none')}</p>}
      <ul className="mb-4 grid grid-cols-1 gap-1 empty:hidden">
        {folders.map((folder, index) => (
          <li key={folder.id} className="flex min-h-11 items-center gap-1">
            {renaming === folder.id ? (
              <FolderName
                first={folder.name}
                others={folders.filter(({ id }) => id !== folder.id)}
                action={t('common.save')}
                hasAutoFocus
                onDone={(name) => {
                  setRenaming(undefined);
                  onRename(folder, name);
                }}
                onCancel={() => setRenaming(undefined)}
              />
            ) : (
              <>
                <span className="min-w-0 flex-1 truncate">
                  <bdi lang={textLang(folder.name, i18n.language)}>{folder.name}</bdi>
                  <span className="block text-13 text-ink-soft">
                    {t('folders.count', { count: folder.chats.length })}
                  </span>
                </span>
                <IconButton
                  icon={ArrowUp}
                  label={t('folders.up', { name: folder.name })}
                  isDisabled={index === 0}
                  onClick={() => onMove(folder, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t('folders.down', { name: folder.name })}
                  isDisabled={index === folders.length - 1}
                  onClick={() => onMove(folder, 1)}
                />
                <IconButton
                  icon={Pencil}
                  label={t('folders.rename', { name: folder.name })}
                  onClick={() => setRenaming(folder.id)}
                />
                <IconButton
                  icon={Trash2}
                  label={t('folders.delete', { name: folder.name })}
                  aria-haspopup="dialog"
                  onClick={() => setDeleting(folder)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {isFull ? (
        <p className="text-13 text-ink-soft">{t('folders.problem.many', { count: folderLimits.folders })}</p>
      ) : (
        <FolderName first="" others={folders} action={t('folders.create')} onDone={onCreate} />
      )}
    </Dialog>
  );
}
