import { writeUnit } from '#server/storage/unit.ts';
import { reviewApp, settleAppReports, type Reviewed } from './reviewApp.ts';
import type { ReviewInput } from './ReviewInput.ts';

/** Sets the open reports of an app aside. Throws FORBIDDEN, NOT_FOUND. */
export const settleApp = writeUnit((tx, input: ReviewInput): Promise<Reviewed> =>
  reviewApp(tx, input, 'review.settle', async (row) => {
    await settleAppReports(tx, row);
    return { st: row.state, action: 'app.settle' };
  }),
);
