import type { Delta } from '#protocol/entities/chat.ts';
import type { Forward } from '#protocol/entities/bodies/sentMessage.ts';
import type { Reason } from '#protocol/entities/moderation.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';
import type { Within } from '#server/storage/units/chats/withinOf.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';

/**
 * One message to store. `b` is the checked body of kind `k`; `ma`: names everybody, as the body says. `fw`: where it is forwarded from. `hash`: of what was sent, where `b` is not that
 * any more.
 */
export interface AppendItem {
  i: Cid;
  k: number;
  b: Record<string, unknown>;
  re?: number | undefined;
  fw?: Forward | undefined;
  hash?: Uint8Array | undefined;
  ct?: number | undefined;
  ma?: 1 | undefined;
}
/** What one `message.send` asked. `rs`: the position its sender had really read. */
export interface AppendRequest {
  userId: UserId;
  items: AppendItem[];
  rs?: number | undefined;
}
/** Everything that waited for one chat, in order of arrival; at most 64 items in all. */
export interface AppendInput {
  c: ChatId;
  requests: AppendRequest[];
}
/** How a batch is stored. `isApproved`: a moderator has let these in, so no rule of writing is asked but membership. */
export interface AppendMode {
  isApproved: boolean;
}

/** Values as of the message's creation, the same for every repeat. */
export interface AppendAck {
  i: Cid;
  s: number;
  r: number;
  n?: number;
  at: number;
  dup?: 1;
}
export interface AppendRefusal {
  i: Cid;
  code: ErrorCode;
  /** ms until a repeat can succeed */
  retry?: number;
  /** of FILTERED: what was caught, in the sender's own words */
  why?: Reason;
}
/** Kept for a moderator. */
export interface AppendHeld {
  i: Cid;
  held: 1;
}
export type AppendAnswer = AppendAck | AppendHeld | AppendRefusal;

/** What was committed and whom it concerns. */
export interface AppendOutput {
  /** One list per request, in order. */
  answers: AppendAnswer[][];
  /** For the room; absent when nothing was stored. */
  delta?: Delta;
  /** The same span for people who may see more than the room: senders of messages that are hidden for the other side. */
  personal: { userId: UserId; delta: Delta }[];
  /** Read states that changed, for `rd`. */
  reads: OwnedReadState[];
  /** People whose own chat settings changed (a mark as unread was cleared, the filter muted them). */
  settings: UserId[];
  /** Some item had been stored before: an earlier publication may have been lost, so the chat is worth healing. */
  hasDuplicate: boolean;
  /** Where the chat hangs, and what the people of its chat hear of a thread; goes with `delta`. */
  within?: Within;
}
