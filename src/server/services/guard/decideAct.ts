import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Approves or calls off a removal that waits. */
export const decideAct: Handler<'act.decide'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('decideAct', { ...input, user: userId }));
