import {
  Archive,
  ArchiveRestore,
  ArchiveX,
  Bell,
  BellOff,
  Folder,
  MailCheck,
  MailPlus,
  Pin,
  PinOff,
} from 'lucide-react';
import type { Translate } from '#client/parts/systemText.ts';
import type { IconType } from '#client/ui/Icon.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { SheetAction } from '#client/ui/SheetAction.tsx';

export type ChatListActionsProps = {
  t: Translate;
  title: string;
  /** null on touch: a sheet */
  anchor: Element | null;
  isPinned: boolean;
  isMuted: boolean;
  isUnread: boolean;
  isArchived: boolean;
  onPin: () => void;
  onMute: () => void;
  onHide: () => void;
  onRead: () => void;
  onFolders: () => void;
  onArchive: () => void;
  onClose: () => void;
};

/** What can be done with a chat in the list: a menu at the row, or a sheet under a finger. Loaded on the first press. */
export function ChatListActions(props: ChatListActionsProps) {
  const { t, title, anchor, isPinned, isMuted, isUnread, isArchived, onClose } = props;
  const actions: { id: string; label: string; detail?: string; icon: IconType; onAction: () => void }[] = [
    {
      id: 'read',
      label: isUnread ? t('chatList.actions.markRead') : t('chatList.actions.markUnread'),
      icon: isUnread ? MailCheck : MailPlus,
      onAction: props.onRead,
    },
    {
      id: 'pin',
      label: isPinned ? t('chatList.actions.unpin') : t('chatList.actions.pin'),
      icon: isPinned ? PinOff : Pin,
      onAction: props.onPin,
    },
    {
      id: 'mute',
      label: isMuted ? t('chatList.actions.unmute') : t('chatList.actions.mute'),
      icon: isMuted ? Bell : BellOff,
      onAction: props.onMute,
    },
    { id: 'folders', label: t('folders.choose'), icon: Folder, onAction: props.onFolders },
    {
      id: 'archive',
      label: isArchived ? t('folders.unarchive') : t('folders.toArchive'),
      ...(isArchived ? {} : { detail: t('folders.archiveDetail') }),
      icon: isArchived ? ArchiveRestore : Archive,
      onAction: props.onArchive,
    },
    {
      id: 'hide',
      label: t('chatList.actions.hide'),
      detail: t('chatList.actions.hideDetail'),
      icon: ArchiveX,
      onAction: props.onHide,
    },
  ];
  const label = t('chatList.actions.label', { title });
  if (anchor)
    return <Menu label={label} isOpen anchor={anchor} onClose={onClose} placement="bottom start" entries={actions} />;
  return (
    <Sheet isOpen onClose={onClose} title={title} closeLabel={t('chatList.actions.close')}>
      {actions.map(({ id, label: words, detail, icon, onAction }) => (
        <SheetAction
          key={id}
          icon={icon}
          label={words}
          detail={detail}
          onClick={() => {
            onClose();
            onAction();
          }}
        />
      ))}
    </Sheet>
  );
}
