import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** My own settings of a chat. */
export const setChat: Handler<'chat.set'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('setChat', { ...input, user: userId }));
