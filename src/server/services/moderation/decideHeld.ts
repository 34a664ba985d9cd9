import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Lets a held message in or refuses it. */
export const decideHeld: Handler<'held.decide'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('decideHeld', { ...input, user: userId }));
