import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockUse } from './lockUse.ts';
import { requireOpen } from './standingAt.ts';

export interface AppDataInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
  readonly data: string;
}

/** Keeps what a page says to its server until the server fetches it. Throws NOT_FOUND (never opened), FORBIDDEN (closed), FULL (more of this person waits than one may leave). */
export const sendAppData = writeUnit(async (tx, { app, user, op, data }: AppDataInput): Promise<null> => {
  await withOp(tx, { userId: user, op, name: 'app.data' }, async () => {
    const row = await lockUse(tx, app, user);
    await requireOpen(tx, row, user);
    const [waiting] = await tx.sql<{ count: number }>(
      'SELECT count(*) AS count FROM app_inbox WHERE app_id = ? AND user_id = ?',
      [app, user],
    );
    if (Number(waiting?.count) >= limits.appInboxMax) throw new AppError('FULL');
    // Held until commit, so that numbers become visible in their order and none is passed over by a server that asks for what came after.
    const [head] = await tx.sql<{ n: number }>(
      `INSERT INTO app_inbox_heads (app_id, n) VALUES (?, 1)
        ON CONFLICT (app_id) DO UPDATE SET n = app_inbox_heads.n + 1 RETURNING n`,
      [app],
    );
    invariant(head, 'the upsert answers its row');
    // No text column of PostgreSQL takes a NUL.
    await tx.sql('INSERT INTO app_inbox (app_id, n, user_id, kind, data, at) VALUES (?, ?, ?, ?, ?, ?)', [
      ...[app, head.n, user, 'data', data.replaceAll('\0', ' '), tx.now],
    ]);
    await tx.sql('UPDATE app_uses SET acts = ? WHERE app_id = ? AND user_id = ?', [limits.appActsMax, app, user]);
    return {};
  });
  return null;
});
