import type { Tx } from '../unit.ts';
import type { HeadRow } from './rowTypes.ts';

const text = `UPDATE chat_heads SET rev = ?, n = ?, last_seq = ?, bump_at = ?, last_at = ?, last_msg = ?, members = ?, mrev = ?,
  live_floor = ?, min_seq = ?, min_n = ?, ma = ?, floor_day = ? WHERE chat_id = ?`;

/** Stores a head that `lockHead` gave and the unit changed. */
export async function writeHead(tx: Tx, head: HeadRow): Promise<void> {
  await tx.sql(text, [
    head.rev,
    head.n,
    head.last_seq,
    head.bump_at,
    head.last_at,
    head.last_msg,
    head.members,
    head.mrev,
    head.live_floor,
    head.min_seq,
    head.min_n,
    head.ma,
    head.floor_day,
    head.chat_id,
  ]);
}
