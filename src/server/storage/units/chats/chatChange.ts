import type { Delta, LastMessage } from '#protocol/entities/chat.ts';
import type { UserId } from '#protocol/ids.ts';

/** A committed change of a chat on its way to the sockets: what a room may see, and whom parts of it concern differently. */
export interface ChatChange {
  kind: number;
  /** Without personal fields; rows below the room's floor are `touch`. */
  delta: Delta;
  /** 1:1 chats: rows that this person must not see, because he had blocked their sender. */
  hidden?: { seq: number; from: UserId }[];
  /** 1:1 chats: who sees another newest message than the shared head, because his own newest ones are hidden from the other. */
  overlay?: { person: UserId; l: LastMessage }[];
}
