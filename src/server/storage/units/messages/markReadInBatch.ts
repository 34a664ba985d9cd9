import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { Sender } from './loadSenders.ts';

const ordinalText = 'SELECT n FROM messages WHERE chat_id = ? AND seq <= ? AND n IS NOT NULL ORDER BY seq DESC LIMIT 1';
const ownText = `SELECT (SELECT count(*) FROM messages WHERE chat_id = ? AND sender_mid = ? AND seq > ? AND n IS NOT NULL)
  + (SELECT count(*) FROM messages WHERE chat_id = ? AND hidden_for = ? AND seq > ?) AS own`;

/**
 * Moves a sender's read position to what the request says they had seen, before their new messages get their places. Never back and never beyond the newest
 * message. Mostly the sender had read everything; then no message row is looked at.
 */
export async function markReadInBatch(tx: Tx, head: LockedHead, sender: Sender, rs: number): Promise<void> {
  if (rs >= sender.read_seq && sender.unread_from !== null) {
    sender.unread_from = null;
    sender.isSettingChanged = true;
    sender.isDirty = true;
  }
  const target = Math.min(rs, head.last_seq);
  if (target <= sender.read_seq) return;
  const c = head.chat_id;
  if (target === head.last_seq) {
    sender.read_n = head.n;
  } else {
    const [row] = await tx.sql<{ n: number }>(ordinalText, [c, target]);
    sender.read_n = Math.max(sender.read_n, row?.n ?? 0);
  }
  if (target >= sender.last_own_seq) {
    sender.own_after = 0;
  } else {
    const [row] = await tx.sql<{ own: number }>(ownText, [c, sender.mid, target, c, sender.mid, target]);
    sender.own_after = row?.own ?? 0;
  }
  sender.read_seq = target;
  sender.isDirty = true;
  sender.isMoved = true;
}
