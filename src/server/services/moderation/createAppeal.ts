import type { Handler } from '#server/services/serviceContext.ts';

/** Asks the admins to take back what was done. */
export const createAppeal: Handler<'appeal.create'> = async ({ storage }, { userId }, input) =>
  storage.run('createAppeal', { ...input, user: userId });
