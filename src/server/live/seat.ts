import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import type { LiveConnection } from './connection.ts';
import type { Tier } from './digests.ts';

/** A chat one socket is in. `at`: when it joined, in changes of rooms. */
export interface Place {
  kind: number;
  readonly mid: MemberId;
  isQuiet: boolean;
  readonly at: number;
  /** a room of this community, or a thread of this chat: the socket is in it only while it shows it */
  readonly parent?: ChatId;
  /** the room itself; of a thread the room it hangs in, or `parent` */
  readonly within?: ChatId;
}

/** One local socket and the rooms it is in. */
export interface Seat {
  readonly connection: LiveConnection;
  readonly chats: Map<ChatId, Place>;
  open: Set<ChatId>;
  watched: Set<UserId>;
  /** a tab of it is visible */
  isVisible: boolean;
}

/** Whether changes of such a chat go only to who shows it. */
export const isBig = (kind: number): boolean => kind === chatKind.community;

/** How a socket hears of a community that it does not show. */
export const tierOf = ({ isVisible }: Seat, { isQuiet }: Place): Tier =>
  isQuiet ? 'quiet' : isVisible ? 'heads' : 'away';

/** The tier with which a socket hears of rooms and threads of a community: who shows it hears what `heads` is told. */
export const newsTierOf = (seat: Seat, c: ChatId, place: Place): Tier =>
  seat.open.has(c) ? 'heads' : tierOf(seat, place);
