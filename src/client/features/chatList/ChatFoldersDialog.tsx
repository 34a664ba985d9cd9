import { useTranslation } from 'react-i18next';
import type { ChatFolder } from '#domain/chatFolders.ts';
import { folderLimits } from '#domain/writeFolders.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Button } from '#client/ui/Button.tsx';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FolderName } from './FolderName.tsx';

export type ChatFoldersDialogProps = {
  /** the chat's name */
  title: string;
  folders: readonly (ChatFolder & { isIn: boolean })[];
  onToggle: (folder: ChatFolder, isIn: boolean) => void;
  /** makes a folder with this chat in it */
  onCreate: (name: string) => void;
  onClose: () => void;
};

/** In which folders a chat is. Each tick counts at once. */
export function ChatFoldersDialog({ title, folders, onToggle, onCreate, onClose }: ChatFoldersDialogProps) {
  const { t, i18n } = useTranslation();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('folders.chatTitle', { title })}
      closeLabel={t('common.close')}
      actions={<Button onClick={onClose}>{t('folders.done')}</Button>}
    >
      {folders.length === 0 && <p className="mb-4 text-13 text-ink-soft">{t('folders.none')}</p>}
      <ul className="mb-4 empty:hidden">
        {folders.map(({ isIn, ...folder }) => {
          const isFull = !isIn && folder.chats.length >= folderLimits.chats;
          const count = folder.chats.length;
          return (
            <li key={folder.id}>
              <Checkbox
                isTicked={isIn}
                isDisabled={isFull}
                onChange={(isTicked) => onToggle(folder, isTicked)}
                label={<bdi lang={textLang(folder.name, i18n.language)}>{folder.name}</bdi>}
                detail={isFull ? t('folders.problem.full', { count }) : t('folders.count', { count })}
              />
            </li>
          );
        })}
      </ul>
      {folders.length >= folderLimits.folders ? (
        <p className="text-13 text-ink-soft">{t('folders.problem.many', { count: folderLimits.folders })}</p>
      ) : (
        <FolderName first="" others={folders} action={t('folders.create')} onDone={onCreate} />
      )}
    </Dialog>
  );
}
