import type { Handler } from '#server/services/serviceContext.ts';

/** What was reported. */
export const listReports: Handler<'report.list'> = async ({ storage }, { userId }, input) =>
  storage.run('listReports', { ...input, user: userId });
