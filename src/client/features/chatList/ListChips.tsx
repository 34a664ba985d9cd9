import { Archive, FolderPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Chip } from '#client/ui/Chip.tsx';
import { ChipRow } from '#client/ui/ChipRow.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { ListView } from './model/filterChats.ts';

export type ListChipsProps = {
  view: ListView;
  onView: (view: ListView) => void;
  /** chats with something unread */
  unreadChats: number;
  /** folders in their order; `unread`: chats of it with something unread */
  folders: readonly { id: string; name: string; unread: number }[];
  /** whether there is anything in the archive */
  hasArchive: boolean;
  /** opens the dialog in which folders are made and changed */
  onFolders: () => void;
};

/** Which chats the list shows. Numbers count chats with something new; the archive has none. */
export function ListChips({ view, onView, unreadChats, folders, hasArchive, onFolders }: ListChipsProps) {
  const { t, i18n } = useTranslation();
  const count = (unread: number) => (unread > 0 ? { count: unread } : {});
  return (
    <div className="mt-2 flex items-center gap-1">
      <ChipRow label={t('chatList.filters')} className="min-w-0 flex-1">
        <Chip isOn={view === 'all'} onClick={() => onView('all')}>
          {t('chatList.all')}
        </Chip>
        <Chip isOn={view === 'unread'} onClick={() => onView('unread')} {...count(unreadChats)}>
          {t('chatList.unread')}
        </Chip>
        {folders.map(({ id, name, unread }) => {
          const lang = textLang(name, i18n.language);
          return (
            <Chip
              key={id}
              isOn={view === `folder.${id}`}
              onClick={() => onView(`folder.${id}`)}
              {...count(unread)}
              {...(lang === undefined ? {} : { lang })}
            >
              {name}
            </Chip>
          );
        })}
        {hasArchive && (
          <Chip isOn={view === 'archive'} onClick={() => onView('archive')}>
            <Icon icon={Archive} size={16} className="-ms-1" />
            {t('folders.archive')}
          </Chip>
        )}
      </ChipRow>
      <IconButton
        icon={FolderPen}
        size="small"
        label={t('folders.manage')}
        aria-haspopup="dialog"
        onClick={onFolders}
      />
    </div>
  );
}
