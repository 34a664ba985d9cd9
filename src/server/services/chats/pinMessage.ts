import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Puts a message on top of a chat, or takes it away. */
export const pinMessage: Handler<'chat.pin'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('pinMessage', { ...input, user: userId }));
