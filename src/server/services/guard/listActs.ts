import type { Handler } from '#server/services/serviceContext.ts';

/** Acts about which the asker may decide. */
export const listActs: Handler<'act.list'> = async ({ storage }, { userId }, { c }) =>
  storage.run('listActs', { c, user: userId });
