import type { UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { saveRoomStates } from '#server/storage/rows/saveRoomStates.ts';
import { valuesTable } from '#server/storage/rows/valuesTable.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { Sender } from './loadSenders.ts';

const oneText =
  'UPDATE members SET last_own_seq = ?, own_after = ?, read_seq = ?, read_n = ? WHERE chat_id = ? AND user_id = ?';

/** Stores what the batch changed of the senders' rows; answers the people whose own settings changed. */
export async function saveSenders(tx: Tx, head: LockedHead, senders: Iterable<Sender>): Promise<UserId[]> {
  const c = head.chat_id;
  const dirty = [...senders].filter((sender) => sender.isDirty);
  if (head.parent_id !== null) {
    await saveRoomStates(
      tx,
      dirty.map((s) => ({ c, u: s.userId, rs: s.read_seq, rn: s.read_n, oa: s.own_after, lo: s.last_own_seq })),
    );
    return [];
  }
  const rows = dirty.map((s) => [s.last_own_seq, s.own_after, s.read_seq, s.read_n, c, s.userId] as const);
  if (tx.dialect === 'postgres' && rows.length > 1) {
    const v = valuesTable(['bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'], rows);
    await tx.sql(
      `WITH v(lo, oa, rs, rn, c, u) AS (VALUES ${v.text}) UPDATE members AS m SET last_own_seq = v.lo, own_after = v.oa, read_seq = v.rs,
        read_n = v.rn FROM v WHERE m.chat_id = v.c AND m.user_id = v.u`,
      v.params,
    );
  } else {
    for (const row of rows) await tx.sql(oneText, row);
  }
  const changed = dirty.filter((sender) => sender.isSettingChanged).map(({ userId }) => userId);
  for (const userId of changed) {
    const urev = await bumpUrev(tx, userId);
    await tx.sql('UPDATE members SET unread_from = NULL, mver = mver + 1, urev = ? WHERE chat_id = ? AND user_id = ?', [
      urev,
      c,
      userId,
    ]);
  }
  return changed;
}
