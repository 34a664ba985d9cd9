import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Keeps somebody out of a group or community, or lets him in again. */
export const banMember: Handler<'chat.ban'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('banMember', { ...input, user: userId }));
