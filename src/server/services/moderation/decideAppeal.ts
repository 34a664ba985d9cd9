import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Lifts what an appeal is about, or leaves it. */
export const decideAppeal: Handler<'appeal.decide'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('decideAppeal', { ...input, user: userId }));
