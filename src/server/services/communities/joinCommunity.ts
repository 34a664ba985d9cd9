import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
/** Comes into a community. */
export const joinCommunity: Handler<'community.join'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('joinCommunity', { ...input, user: userId }));
