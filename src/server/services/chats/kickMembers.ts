import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Removes members of a group or community. */
export const kickMembers: Handler<'chat.kick'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('kickMembers', { ...input, user: userId }));
