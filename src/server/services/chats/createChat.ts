import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Opens a 1:1 chat or makes a group. */
export const createChat: Handler<'chat.create'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('createChat', { ...input, user: userId }));
