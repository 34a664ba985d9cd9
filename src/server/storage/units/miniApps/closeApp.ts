import { appState } from '#protocol/entities/appStates.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { reviewApp, settleAppReports, type Reviewed } from './reviewApp.ts';
import type { ReviewInput } from './ReviewInput.ts';
import { saveAppListing } from './saveAppListing.ts';

export interface CloseAppInput extends ReviewInput {
  readonly on: boolean;
  readonly note?: string | undefined;
}

/** Closes an app for everybody, or opens it again as it was. Both end its open reports. Throws FORBIDDEN, NOT_FOUND. */
export const closeApp = writeUnit((tx, input: CloseAppInput): Promise<Reviewed> =>
  reviewApp(tx, input, 'review.close', async (row) => {
    const open = row.live_n === null ? appState.draft : appState.live;
    const st = input.on ? appState.closed : open;
    const note = input.on ? (input.note ?? null) : null;
    await tx.sql('UPDATE apps SET state = ?, note = ? WHERE id = ?', [st, note, input.app]);
    await settleAppReports(tx, row);
    await saveAppListing(tx, input.app);
    return { st, action: input.on ? 'app.close' : 'app.open', ...(note === null ? {} : { detail: { note } }) };
  }),
);
