import type { Delta } from '#protocol/entities/chat.ts';
import type { UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { Within } from '#server/storage/units/chats/withinOf.ts';

/** What a change of stored messages committed and whom it concerns. */
export interface MessageChange {
  /** rev the message has now; the answer of the request */
  r: number;
  /** For the room; absent when nothing changed (a repeat, or the same value again). */
  delta?: Delta;
  /** The same span for people who may see more than the room. */
  personal: { userId: UserId; delta: Delta }[];
  /** Where the chat hangs; goes with `delta`. */
  within?: Within;
  /** Read states whose unread mentions changed, for `rd`. */
  reads: OwnedReadState[];
  /** Who kept a message that was taken back: their own rows changed. */
  keepers?: UserId[];
}
