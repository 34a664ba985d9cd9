import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';

const text = `INSERT INTO room_state (chat_id, user_id, read_seq, read_n, follows, mver) VALUES (?, ?, ?, ?, 1, 1)
  ON CONFLICT (chat_id, user_id) DO UPDATE SET follows = 1, mver = room_state.mver + 1,
    read_seq = CASE WHEN room_state.read_seq = 0 THEN excluded.read_seq ELSE room_state.read_seq END,
    read_n = CASE WHEN room_state.read_seq = 0 THEN excluded.read_n ELSE room_state.read_n END
  WHERE room_state.follows = 0 RETURNING user_id`;

/** Lets people follow a thread; who has not been there has read it up to `at`. Answers those who did not follow it before. */
export async function followThread(
  tx: Tx,
  head: Pick<LockedHead, 'chat_id'>,
  people: readonly UserId[],
  at: { seq: number; n: number },
): Promise<UserId[]> {
  const fresh: UserId[] = [];
  for (const user of people.toSorted((one, other) => one - other)) {
    const rows = await tx.sql<{ user_id: number }>(text, [head.chat_id, user, at.seq, at.n]);
    fresh.push(...rows.map((row) => toUserId(row.user_id)));
  }
  return fresh;
}
