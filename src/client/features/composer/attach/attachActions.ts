import { Camera, ChartColumn, CheckCheck, Contact, File, Image, MapPin } from 'lucide-react';
import { isCommunity } from '#domain/chatTraits.ts';
import { canAskToConfirm, type Standing } from '#domain/permissions.ts';
import { lazyPart, type LazyPart } from '#client/ui/lazyPart.tsx';
import type { IconType } from '#client/ui/Icon.tsx';
import type { ChatId } from '#protocol/ids.ts';
import type { TextKey } from '#client/locales/texts.ts';

/** What a file picker is asked for. */
export interface PickWish {
  /** types, as `<input accept>` names them */
  accept?: string;
  /** the camera, at once */
  capture?: 'environment';
}

/** What an action's own view gets. */
export interface AttachViewProps {
  c: ChatId;
  onClose: () => void;
}

/** Something that can be added to a chat: files that are picked, or whatever its own view makes. */
export type AttachAction = {
  id: string;
  icon: IconType;
  /** name of its text */
  label: TextKey;
  /** absent: always. `standing`: mine in this chat, where it is known */
  isShown?: (here: { isTouch: boolean; standing: Standing | undefined }) => boolean;
} & ({ pick: PickWish } | { View: LazyPart<AttachViewProps> });

/** The menu of the composer's button, in order. */
export const attachActions: readonly AttachAction[] = [
  { id: 'photos', icon: Image, label: 'media.attach.photos', pick: { accept: 'image/*,video/*' } },
  {
    id: 'camera',
    icon: Camera,
    label: 'media.attach.camera',
    isShown: ({ isTouch }) => isTouch,
    pick: { accept: 'image/*', capture: 'environment' },
  },
  { id: 'file', icon: File, label: 'media.attach.file', pick: {} },
  {
    id: 'poll',
    icon: ChartColumn,
    label: 'polls.new',
    View: lazyPart(() => import('../polls/PollEditorPane.tsx').then((m) => m.PollEditorPane)),
  },
  {
    id: 'ask',
    icon: CheckCheck,
    label: 'confirm.menu',
    isShown: ({ standing }) => standing !== undefined && canAskToConfirm(standing),
    View: lazyPart(() => import('../polls/AskEditorPane.tsx').then((m) => m.AskEditorPane)),
  },
  {
    id: 'contact',
    icon: Contact,
    label: 'cards.contact.attach',
    // In communities nobody learns of accounts.
    isShown: ({ standing }) => standing !== undefined && !isCommunity(standing.kind),
    View: lazyPart(() => import('../cards/ContactPane.tsx').then((m) => m.ContactPane)),
  },
  {
    id: 'place',
    icon: MapPin,
    label: 'cards.place.attach',
    View: lazyPart(() => import('../cards/PlacePane.tsx').then((m) => m.PlacePane)),
  },
];
