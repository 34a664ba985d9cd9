import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Ends a community for everybody. */
export const closeCommunity: Handler<'community.close'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('closeCommunity', { ...input, user: userId }));
