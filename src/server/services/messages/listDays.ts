import type { Handler } from '#server/services/serviceContext.ts';

/** Days that have messages. */
export const listDays: Handler<'history.days'> = async ({ storage }, { userId }, { c, from, to }) => ({
  days: await storage.run('listDays', { c, user: userId, from, to }),
});
