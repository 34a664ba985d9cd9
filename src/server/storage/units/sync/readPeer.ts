import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * The other person of a 1:1 chat and how far he has read, as he lets `me` know: while he blocks me, his position stays before my first message that is
 * hidden from him. Undefined when there is none.
 */
export async function readPeer(
  tx: Tx,
  me: Pick<MemberRow, 'chat_id' | 'user_id' | 'mid'>,
): Promise<{ user_id: number; mid: number; read_seq: number } | undefined> {
  const [peer] = await tx.sql<{ user_id: number; mid: number; read_seq: number; blocks: number | null }>(
    `SELECT o.user_id, o.mid, o.read_seq, b.state AS blocks FROM members o
     LEFT JOIN contacts b ON b.user_id = o.user_id AND b.peer_id = ? AND b.state = 3
     WHERE o.chat_id = ? AND o.user_id <> ?`,
    [me.user_id, me.chat_id, me.user_id],
  );
  if (!peer || peer.blocks === null) return peer;
  const [first] = await tx.sql<{ seq: number | null }>(
    'SELECT min(seq) AS seq FROM messages WHERE chat_id = ? AND hidden_for = ?',
    [me.chat_id, peer.mid],
  );
  return { ...peer, read_seq: Math.min(peer.read_seq, (first?.seq ?? peer.read_seq + 1) - 1) };
}
