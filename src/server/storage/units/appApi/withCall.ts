import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

/** How long an answer is kept for repeats, ms. */
export const callKeptMs = 24 * 3_600_000;

/** A call of an app's server that changes something. `key`: chosen by it; `hash`: of all that it asks. */
export interface AppCall {
  readonly app: AppId;
  readonly key: string;
  readonly hash: string;
}

/**
 * Does a call once. A repeat within a day is answered with the stored answer, and waits for the first while that is under way. Part of a write unit, as its first step: no other
 * lock may be held by who waits here. What throws leaves nothing behind, so that its repeat is a new try. Throws CID_MISMATCH for a key that was used for something else.
 */
export async function withCall<Result>(
  tx: Tx,
  call: AppCall,
  work: () => Promise<Result>,
): Promise<{ result: Result; isRepeat: boolean }> {
  const { app, key, hash } = call;
  await tx.sql('DELETE FROM app_calls WHERE app_id = ? AND key = ? AND at <= ?', [app, key, tx.now - callKeptMs]);
  const mine = await tx.sql(
    "INSERT INTO app_calls (app_id, key, hash, answer, at) VALUES (?, ?, ?, '', ?) ON CONFLICT DO NOTHING RETURNING key",
    [app, key, hash, tx.now],
  );
  if (mine.length === 0) {
    const stored = await readCall<Result>(tx, call);
    invariant(stored, 'who stood in the way has committed');
    return { result: stored.answer, isRepeat: true };
  }
  const result = await work();
  await tx.sql('UPDATE app_calls SET answer = ? WHERE app_id = ? AND key = ?', [JSON.stringify(result), app, key]);
  return { result, isRepeat: false };
}

async function readCall<Result>(tx: Tx, { app, key, hash }: AppCall): Promise<{ answer: Result } | undefined> {
  const [row] = await tx.sql<{ hash: string; answer: string }>(
    'SELECT hash, answer FROM app_calls WHERE app_id = ? AND key = ? AND at > ?',
    [app, key, tx.now - callKeptMs],
  );
  if (!row) return undefined;
  if (row.hash !== hash) throw new AppError('CID_MISMATCH', { message: 'this key was used for another call' });
  return { answer: JSON.parse(row.answer) as Result };
}

/** The answer of a call that was done before, for what needs more than a transaction. Throws CID_MISMATCH. */
export const findCall = readUnit((tx, call: AppCall): Promise<{ answer: unknown } | undefined> => readCall(tx, call));
