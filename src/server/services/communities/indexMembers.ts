import type { Handler } from '#server/services/serviceContext.ts';

/** Letters of the member list. */
export const indexMembers: Handler<'members.index'> = async ({ storage }, { userId }, input) =>
  storage.run('indexMembers', { ...input, user: userId });
