import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
/** Changes the own name in a community. */
export const setMemberName: Handler<'community.profile'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('setMemberName', { ...input, user: userId }));
