import type { ErrorCode } from '#protocol/errors.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { AppendItem } from '../appendTypes.ts';
import type { Sender } from '../loadSenders.ts';

/** A message that is not stored yet, with who sends it. */
export interface BodyDraft {
  item: AppendItem;
  sender: Sender;
}

/** What is stored of a message that was sent: the body, with what only the server knows; or why it cannot be. */
export type SettledBody = { b: Record<string, unknown> } | { code: ErrorCode };

/** Makes the stored bodies of one kind, all of a batch at once, in their order. It runs under the head's lock and may read other chats, never lock them. */
export type BodyRule = (tx: Tx, head: LockedHead, drafts: readonly BodyDraft[]) => Promise<SettledBody[]>;
