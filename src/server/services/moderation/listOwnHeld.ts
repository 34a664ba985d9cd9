import type { Handler } from '#server/services/serviceContext.ts';

/** The caller's own messages that wait for a moderator. */
export const listOwnHeld: Handler<'held.mine'> = ({ storage }, { userId }, input) =>
  storage.run('listOwnHeld', { ...input, user: userId });
