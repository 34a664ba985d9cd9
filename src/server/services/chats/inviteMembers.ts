import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Adds people to a group. */
export const inviteMembers: Handler<'chat.invite'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('inviteMembers', { ...input, user: userId }));
