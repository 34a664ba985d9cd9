import type { Handler } from '#server/services/serviceContext.ts';

/** Who left lately and who is muted. */
export const listLeft: Handler<'members.left'> = async ({ storage }, { userId }, input) =>
  storage.run('listLeft', { ...input, user: userId });
