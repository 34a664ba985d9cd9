import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';

/** What an act of a moderator did. */
export interface ActOutcome<Result> extends ChatOutcome<Result> {
  /** Read states that changed, for `rd`. */
  reads?: OwnedReadState[];
}
/** What a request of a moderator needs in every unit. */
export interface ActInput {
  c: ChatId;
  user: UserId;
  op: OpId;
}
/** The answer of an act that has nothing to tell. */
export type Done = Record<string, never>;
