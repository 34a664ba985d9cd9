import type { MemberId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readStates, type OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Read states of members whose unread mentions have just changed. */
export async function readsOfMids(
  tx: Tx,
  head: Pick<LockedHead, 'chat_id' | 'parent_id'>,
  mids: readonly MemberId[],
): Promise<OwnedReadState[]> {
  if (mids.length === 0) return [];
  const rows = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE chat_id = ? AND mid IN (${placeholders(mids.length)})`,
    [communityOf(head), ...mids],
  );
  return readStates(
    tx,
    rows.map((row) => ({ c: toChatId(head.chat_id), userId: toUserId(row.user_id) })),
  );
}
