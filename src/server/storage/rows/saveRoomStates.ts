import type { Tx } from '../unit.ts';

/** A person's numbers in a room: read position and ordinal, own messages behind it, newest own message. */
export interface RoomState {
  c: number;
  u: number;
  rs: number;
  rn: number;
  oa: number;
  lo: number;
}

/** Stores where people are in rooms; the first time makes their row. */
export async function saveRoomStates(tx: Tx, states: readonly RoomState[]): Promise<void> {
  for (const { c, u, rs, rn, oa, lo } of states) {
    await tx.sql(
      `INSERT INTO room_state (chat_id, user_id, read_seq, read_n, own_after, last_own_seq) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (chat_id, user_id) DO UPDATE SET read_seq = excluded.read_seq, read_n = excluded.read_n, own_after = excluded.own_after,
          last_own_seq = excluded.last_own_seq`,
      [c, u, rs, rn, oa, lo],
    );
  }
}
