import type { Handler } from '#server/services/serviceContext.ts';

/** Messages that wait for a moderator. */
export const listHeld: Handler<'held.list'> = async ({ storage }, { userId }, input) =>
  storage.run('listHeld', { ...input, user: userId });
