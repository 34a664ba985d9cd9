import {
  Bookmark,
  Copy,
  Flag,
  History,
  Link,
  Megaphone,
  Pencil,
  RotateCw,
  SmilePlus,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { IconType } from '#client/ui/Icon.tsx';
import type { MessageAction } from '../model/actionsOf.ts';

export const actionIcons: Record<MessageAction, IconType> = {
  react: SmilePlus,
  copy: Copy,
  link: Link,
  edit: Pencil,
  unsend: Undo2,
  versions: History,
  unreadFrom: Bookmark,
  announce: Megaphone,
  delete: Trash2,
  retry: RotateCw,
  discard: Trash2,
  report: Flag,
};
