import type { Handler } from '#server/services/serviceContext.ts';

/** Appeals that wait. */
export const listAppeals: Handler<'appeal.list'> = async ({ storage }, { userId }, input) =>
  storage.run('listAppeals', { ...input, user: userId });
