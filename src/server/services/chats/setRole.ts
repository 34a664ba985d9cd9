import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Gives or takes a role. */
export const setRole: Handler<'chat.role'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('setRole', { ...input, user: userId }));
