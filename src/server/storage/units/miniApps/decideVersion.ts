import { appState, versionState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { reviewApp, type Reviewed } from './reviewApp.ts';
import type { ReviewInput } from './ReviewInput.ts';
import { saveAppListing } from './saveAppListing.ts';

export interface DecideVersionInput extends ReviewInput {
  readonly n: number;
  readonly ok: boolean;
  readonly note?: string | undefined;
}

/** Approves a version that waits, or declines it. An app that is closed stays so, and opens with this version. Throws FORBIDDEN, NOT_FOUND, GONE (it waits no more). */
export const decideVersion = writeUnit((tx, input: DecideVersionInput): Promise<Reviewed> =>
  reviewApp(tx, input, 'review.decide', async (row) => {
    const { app, n, ok, note = null } = input;
    const [version] = await tx.sql<{ state: number }>('SELECT state FROM app_versions WHERE app_id = ? AND n = ?', [
      app,
      n,
    ]);
    if (!version) throw new AppError('NOT_FOUND');
    if (version.state !== versionState.review) throw new AppError('GONE');
    await tx.sql(
      'UPDATE app_versions SET state = ?, note = ?, decided_at = ?, decided_by = ? WHERE app_id = ? AND n = ?',
      [ok ? versionState.approved : versionState.declined, note, tx.now, input.user, app, n],
    );
    if (!ok) return { st: row.state, action: 'app.decline', detail: { n } };
    const st = row.state === appState.closed ? row.state : appState.live;
    await tx.sql('UPDATE apps SET live_n = ?, state = ? WHERE id = ?', [n, st, app]);
    await saveAppListing(tx, app);
    return { st, action: 'app.approve', detail: { n } };
  }),
);
