import type { MemberId, UserId } from '#protocol/ids.ts';
import { seatsOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A message that names people. */
export interface MentionSource {
  seq: number;
  senderMid: MemberId;
  senderId: UserId;
}

/**
 * Notes a message for the people it names: joined members who have not read past it, not the sender, nobody who has blocked the sender. Answers those who
 * were added.
 */
export async function addMentions(
  tx: Tx,
  head: Pick<LockedHead, 'chat_id' | 'parent_id'>,
  source: MentionSource,
  mids: readonly MemberId[],
): Promise<MemberId[]> {
  if (mids.length === 0) return [];
  const rows = await tx.sql<{ mid: MemberId }>(
    `INSERT INTO mentions (chat_id, mid, seq) SELECT m.chat_id, m.mid, CAST(? AS bigint) FROM ${seatsOf(head)} m
      WHERE m.chat_id = ? AND m.mid IN (${placeholders(mids.length)}) AND m.state = 1 AND m.mid <> ? AND m.read_seq < ?
        AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.user_id = m.user_id AND k.peer_id = ? AND k.state = 3)
      ON CONFLICT DO NOTHING RETURNING mid`,
    [source.seq, head.chat_id, ...mids, source.senderMid, source.seq, source.senderId],
  );
  return rows.map(({ mid }) => mid);
}
