import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
/** Founds a community. */
export const createCommunity: Handler<'community.create'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('createCommunity', { ...input, user: userId }));
