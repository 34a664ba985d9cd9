import { AppError } from '#protocol/errors.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Refuses with NAME_TAKEN a name that looks like that of another joined member. The head is locked, so nobody takes it meanwhile. `key`: from `toNameKey`. */
export async function checkName(tx: Tx, c: number, user: number, key: string): Promise<void> {
  const [other] = await tx.sql<{ mid: number }>(
    'SELECT mid FROM members WHERE chat_id = ? AND name_key = ? AND state = 1 AND mid <> user_id AND user_id <> ?',
    [c, key, user],
  );
  if (other) throw new AppError('NAME_TAKEN');
}
