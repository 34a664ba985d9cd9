import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Closes a case with an act. */
export const decideReport: Handler<'report.decide'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('decideReport', { ...input, user: userId }));
