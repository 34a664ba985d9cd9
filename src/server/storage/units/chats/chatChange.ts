import type { Delta } from '#protocol/entities/chat.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';

/** What one person has chosen in messages of a change: `[seq, answers]`. */
export interface OwnVotes {
  userId: UserId;
  own: [number, number[]][];
}

/** Whose members may see a room or thread. */
export interface Around {
  c: ChatId;
  /** rev of the newest change of these members */
  mr: number;
}

/** A committed change of a chat on its way to the sockets. */
export interface ChatChange {
  /** What a room may see: no personal fields, nothing hidden from somebody; rows below the room's floor are `touch`. */
  delta: Delta;
  /** The same span for people who get another view of it: senders of messages that are hidden from the other person of a 1:1 chat. */
  personal?: { userId: UserId; delta: Delta }[];
  /** Votes that came with it. How somebody voted is told to that person's devices alone, with the message. */
  votes?: OwnVotes[];
  /**
   * Communities, where a change carries no member rows: people who are out since. Never leaves the server; nodes take their sockets out of the rooms before
   * they emit the change.
   */
  left?: UserId[];
  /** Rooms: the community, whose members hear that there is news. Never leaves the server. */
  parent?: ChatId;
  /** Rooms and threads: nodes emit the change when they know who is out of the chat around it by then: its own revs say nothing of that. Never leaves the server. */
  around?: Around;
  /** Threads: what the people of its chat hear of it; null: nothing. Never leaves the server as it is. */
  thread?: ThreadTold | null;
}
