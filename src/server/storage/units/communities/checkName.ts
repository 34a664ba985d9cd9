import { foldName } from '#domain/foldName.ts';
import { AppError } from '#protocol/errors.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * Refuses with NAME_TAKEN a name that looks like that of another joined member, or like one that somebody who waits to be let in has asked for. The head is
 * locked, so nobody takes it meanwhile. `key`: from `toNameKey`.
 */
export async function checkName(tx: Tx, c: number, user: number, key: string): Promise<void> {
  const [other] = await tx.sql<{ mid: number }>(
    'SELECT mid FROM members WHERE chat_id = ? AND name_key = ? AND state = 1 AND mid <> user_id AND user_id <> ?',
    [c, key, user],
  );
  if (other || (await keptNames(tx, c, user)).has(key)) throw new AppError('NAME_TAKEN');
}

/** Keys of the names under which others wait to be let in: at most `limits.requestsMax`, and none where nobody has to ask. */
export async function keptNames(tx: Tx, c: number, user?: number): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ user_id: number; name: string }>(
    `SELECT user_id, name FROM join_requests WHERE chat_id = ? AND state = ${requestState.waiting}`,
    [c],
  );
  return new Set(rows.filter((row) => row.user_id !== user).map(({ name }) => foldName(name)));
}
