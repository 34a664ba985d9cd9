import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Takes back the own request. */
export const withdrawRequest: Handler<'request.withdraw'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('withdrawRequest', { ...input, user: userId }));
