import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Lets somebody in who asked, or declines. */
export const decideRequest: Handler<'request.decide'> = async ({ storage, live }, { userId }, input) => {
  const outcome = await storage.run('decideRequest', { ...input, user: userId });
  if (outcome.declined !== undefined) live.publishDeclined(input.c, outcome.declined);
  return publishOutcome(live, outcome);
};
