import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { Tx } from '#server/storage/unit.ts';
import { lockApp, type LockedApp } from './lockApp.ts';
import type { ReviewInput } from './ReviewInput.ts';

/** Throws FORBIDDEN for everybody but an administrator of the installation. `lock`: he stays one until commit. */
export async function requireAdmin(tx: Tx, user: UserId, lock?: 'lock'): Promise<void> {
  const share = lock && tx.dialect === 'postgres' ? ' FOR SHARE' : '';
  const rows = await tx.sql(`SELECT id FROM users WHERE id = ? AND role = 1 AND deleted_at IS NULL${share}`, [user]);
  if (rows.length === 0) throw new AppError('FORBIDDEN', { message: 'for administrators of the installation' });
}

/** What an administrator's command has changed. `st`: state of the app from now on; undefined for a repeat, after which nobody needs to hear anything. */
export interface Reviewed {
  readonly st: number | undefined;
}

/**
 * Does a command of an administrator once, with the app locked, and puts it on record. `work` answers the state of the app from then on, and what the record says.
 * Throws FORBIDDEN, and NOT_FOUND for an app that there is not, or not any more.
 */
export async function reviewApp(
  tx: Tx,
  { app, user, op }: ReviewInput,
  name: string,
  work: (row: LockedApp) => Promise<{ st: number; action: string; detail?: object }>,
): Promise<Reviewed> {
  await requireAdmin(tx, user, 'lock');
  const { result, isRepeat } = await withOp(tx, { userId: user, op, name }, async () => {
    const row = await lockApp(tx, app, 'change');
    if (row.state === appState.removed) throw new AppError('NOT_FOUND');
    const { st, action, detail } = await work(row);
    await tx.sql(
      'INSERT INTO audit_log (id, at, actor_id, action, chat_id, target_id, detail) VALUES (?, ?, ?, ?, NULL, ?, ?)',
      [tx.ids.uuid(), tx.now, user, action, row.owner_id, JSON.stringify({ app, ...detail })],
    );
    return { st };
  });
  return { st: isRepeat ? undefined : result.st };
}

/** Ends the reports of an app that nobody has decided. The caller has it locked. */
export async function settleAppReports(tx: Tx, app: LockedApp): Promise<void> {
  await tx.sql('UPDATE app_reports SET state = 1 WHERE app_id = ? AND state = 0', [app.id]);
}
