import type { Reason } from '#protocol/entities/moderation.ts';
import { limits } from '#protocol/limits.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';

/** When everybody was last named in a chat, ms; 0: never. Unsending the message does not take it back. */
export async function readAllNamed(tx: Tx, head: LockedHead): Promise<number> {
  const [row] = await tx.sql<{ at: number }>('SELECT at FROM name_all_times WHERE chat_id = ?', [head.chat_id]);
  return row?.at ?? 0;
}

/** Notes that everybody was named. `at`: ms. */
export async function noteAllNamed(tx: Tx, head: LockedHead, at: number): Promise<void> {
  await tx.sql(
    `INSERT INTO name_all_times (chat_id, at) VALUES (?, ?) ON CONFLICT (chat_id) DO UPDATE SET at = excluded.at`,
    [head.chat_id, at],
  );
}

/** Why everybody cannot be named again yet, with the minutes until then; undefined: he can. `at`: when it was last done, `now`: ms. */
export function nameAllWait(at: number, now: number): Reason | undefined {
  // A clock that was set back keeps nobody waiting for longer than the rule.
  const left = Math.min(limits.nameAllEveryMs, at + limits.nameAllEveryMs - now);
  return left > 0 ? { r: 'nameAll', x: String(Math.ceil(left / 60_000)) } : undefined;
}
