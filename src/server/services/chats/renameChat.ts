import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Renames a group. */
export const renameChat: Handler<'chat.meta'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('renameChat', { ...input, user: userId }));
