import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { insideText, liveText, usedText } from './appRows.ts';

export interface AppReportInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Reports an app. A second report of a person takes the place of his first while nobody has decided that. Throws NOT_FOUND for an app he cannot know of. */
export const reportApp = writeUnit(async (tx, input: AppReportInput): Promise<null> => {
  const { app, user, op, reason } = input;
  // No text column of PostgreSQL takes a NUL.
  const note = input.note?.replaceAll('\0', ' ') ?? null;
  await withOp(tx, { userId: user, op, name: 'app.report' }, async () => {
    const seen = await tx.sql(
      `SELECT a.id FROM apps a WHERE a.id = ? AND (${liveText} OR ${insideText} OR ${usedText})`,
      [app, user, user, user],
    );
    if (seen.length === 0) throw new AppError('NOT_FOUND');
    const changed = await tx.sql(
      'UPDATE app_reports SET reason = ?, note = ?, at = ? WHERE app_id = ? AND user_id = ? AND state = 0 RETURNING id',
      [reason, note, tx.now, app, user],
    );
    if (changed.length === 0)
      await tx.sql('INSERT INTO app_reports (id, app_id, user_id, reason, note, at) VALUES (?, ?, ?, ?, ?, ?)', [
        ...[tx.ids.uuid(), app, user, reason],
        note,
        tx.now,
      ]);
    return {};
  });
  return null;
});
