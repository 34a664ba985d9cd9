import { versionState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { changeOwnApp, type MadeChange } from './changeOwnApp.ts';
import type { MakerInput } from './MakerInput.ts';

/** Gives the draft to the reviewers, or takes it back. Throws NOT_FOUND where there is nothing to give or take. */
export const submitApp = writeUnit((tx, input: MakerInput & { on: boolean }): Promise<MadeChange> =>
  changeOwnApp(tx, input, 'maker.submit', async () => {
    const [from, to] = input.on ? [versionState.draft, versionState.review] : [versionState.review, versionState.draft];
    // Who waits for a reviewer waits from now on.
    const moved = await tx.sql(
      'UPDATE app_versions SET state = ?, created_at = ? WHERE app_id = ? AND state = ? RETURNING n',
      [to, tx.now, input.app, from],
    );
    if (moved.length === 0) throw new AppError('NOT_FOUND', { message: 'there is no such version' });
  }),
);
