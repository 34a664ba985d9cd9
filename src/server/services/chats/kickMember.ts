import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Removes a member of a group. */
export const kickMember: Handler<'chat.kick'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('kickMember', { ...input, user: userId }));
