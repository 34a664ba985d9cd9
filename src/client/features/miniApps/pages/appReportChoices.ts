import type { RequestInput } from '#protocol/requests.ts';

/** What can be wrong with an app, in the order of the dialog. */
export const appReportChoices = [
  'deceives',
  'harmful',
  'private',
  'broken',
  'other',
] as const satisfies readonly RequestInput<'app.report'>['reason'][];
export type AppReportReason = (typeof appReportChoices)[number];

/** Longest note the server takes, characters. */
export const appReportNoteMax = 500;
