import { AppError } from '#protocol/errors.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { OpId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockAllowed, type ValuesInput } from './appValues.ts';
import { noteEvent } from './noteEvent.ts';
import { toPid } from './toPid.ts';

/** How long a yes to this question lets the app fetch the answer, ms: each time it wants it again, it asks again. */
const goodForMs = 10 * 60_000;

/** How a person can be reached. `at`: when it was handed out, ms. */
export interface Contact {
  readonly pid: number;
  readonly name: string;
  readonly handle: string;
  readonly at: number;
  readonly dataKey: Uint8Array;
}

/** Hands out how a person can be reached, shortly after he allowed it, and notes it. Throws NOT_FOUND, FORBIDDEN. */
export const takeContact = writeUnit(async (tx, input: ValuesInput & { op: OpId }): Promise<Contact> => {
  const { app, user, op } = input;
  // Before the repeat is answered, too: nothing is handed out any more once it was taken back.
  const row = await lockAllowed(tx, input, 'contact');
  const { result } = await withOp(tx, { userId: user, op, name: 'app.method' }, async () => {
    const fresh = await tx.sql(
      `UPDATE app_grants SET used_at = ? WHERE app_id = ? AND user_id = ? AND scope = 'contact' AND at >= ? RETURNING app_id`,
      [tx.now, app, user, tx.now - goodForMs],
    );
    const [person] = await tx.sql<{ name: string; handle: string }>(
      'SELECT name, handle FROM users WHERE id = ? AND deleted_at IS NULL',
      [user],
    );
    if (fresh.length === 0 || !person) throw new AppError('FORBIDDEN', { message: 'ask the person first' });
    await noteEvent(tx, input, 'contact');
    return { ...person, pid: await toPid(tx, row.owner_id, user), at: tx.now };
  });
  return { ...result, dataKey: row.data_key };
});
