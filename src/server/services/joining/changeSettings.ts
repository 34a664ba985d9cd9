import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Changes switches of a chat. */
export const changeSettings: Handler<'chat.settings'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('changeSettings', { ...input, user: userId }));
