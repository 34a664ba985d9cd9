import type { ChatId } from '#protocol/ids.ts';

/** One line of a community's list of rooms. */
export interface RoomItem {
  id: ChatId;
  title: string;
  /** the community's own conversation, an announcements room, or any other */
  kind: 'main' | 'news' | 'room';
  /** unread messages; 0 where nobody counts, because I have not been there */
  unread: number;
  /** there is something in a room in which I have not been */
  hasNews: boolean;
  isMentioned: boolean;
  /** muted, or all of the community is */
  isQuiet: boolean;
}
