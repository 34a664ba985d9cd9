import type { ChatRowProps } from '#client/parts/ChatRow.tsx';
import type { ListedChat } from './model/toPreview.ts';

/** A chat as the list draws it; made again only when something of it changed. */
export interface ListRow extends Pick<
  ChatRowProps,
  | 'avatarId'
  | 'title'
  | 'shape'
  | 'isOnline'
  | 'memberCount'
  | 'isPinned'
  | 'isMuted'
  | 'time'
  | 'preview'
  | 'unread'
  | 'hasMention'
  | 'label'
> {
  id: ListedChat['c'];
  href: string;
}
