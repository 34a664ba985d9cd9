import type { SystemBody } from '#protocol/entities/messages.ts';
import type { MemberId, UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { ActRow } from './actTypes.ts';

/** What is to be undone, under the chat's lock. */
export interface Undoing {
  tx: Tx;
  head: LockedHead;
  act: ActRow;
  /** the line that tells of it, in the name of whoever undoes */
  line(body: SystemBody): { mid: MemberId; pver: number; nickname: string | null; body: SystemBody };
}

/** What came back. Each way of undoing throws GONE when nothing of the act is left to undo. The caller stores the head and stamps the people. */
export interface Undone {
  /** accounts whose own rows changed */
  people: UserId[];
  reads: OwnedReadState[];
}
