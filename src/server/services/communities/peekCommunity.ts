import type { Handler } from '#server/services/serviceContext.ts';

/** What a stranger may know of a community. */
export const peekCommunity: Handler<'community.peek'> = async ({ storage }, { userId }, input) =>
  storage.run('peekCommunity', { ...input, user: userId });
