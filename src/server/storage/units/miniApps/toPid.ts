import { AppError } from '#protocol/errors.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Whole numbers that pages keep without loss, small enough for languages with narrower ones than ours. */
const pidCount = 2 ** 48;
const triesMax = 5;

/** The id under which all apps of one maker know a person; made at the first opening. Throws UNAVAILABLE when others are in the way again and again. It tells nothing of the account, and another maker knows another one. */
export async function toPid(tx: Tx, owner: number, user: number): Promise<number> {
  for (let turn = 0; turn < triesMax; turn += 1) {
    const [row] = await tx.sql<{ pid: number }>('SELECT pid FROM app_pids WHERE owner_id = ? AND user_id = ?', [
      owner,
      user,
    ]);
    if (row) return row.pid;
    // Nothing is written when another opening was faster, or the number is somebody's: then the next turn looks again.
    await tx.sql('INSERT INTO app_pids (owner_id, user_id, pid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
      owner,
      user,
      (tx.ids.id() % (pidCount - 1)) + 1,
    ]);
  }
  throw new AppError('UNAVAILABLE', { retry: 100 });
}
