import type { Handler } from '#server/services/serviceContext.ts';

/** The rules of a chat. */
export const getModeration: Handler<'moderation.get'> = async ({ storage }, { userId }, input) =>
  storage.run('getModeration', { ...input, user: userId });
