import { appState, versionState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { changeOwnApp, type MadeChange } from './changeOwnApp.ts';
import type { MakerInput } from './MakerInput.ts';
import { saveAppListing } from './saveAppListing.ts';

/** Makes an approved version the one that people get. An app that was closed stays closed. Throws NOT_FOUND (no such version), FORBIDDEN (it was not approved). */
export const useVersion = writeUnit((tx, input: MakerInput & { n: number }): Promise<MadeChange> =>
  changeOwnApp(tx, input, 'maker.use', async ({ state }) => {
    const [version] = await tx.sql<{ state: number }>('SELECT state FROM app_versions WHERE app_id = ? AND n = ?', [
      input.app,
      input.n,
    ]);
    if (!version) throw new AppError('NOT_FOUND');
    if (version.state !== versionState.approved) throw new AppError('FORBIDDEN');
    await tx.sql('UPDATE apps SET live_n = ?, state = ? WHERE id = ?', [
      input.n,
      state === appState.closed ? state : appState.live,
      input.app,
    ]);
    await saveAppListing(tx, input.app);
  }),
);
