import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Takes a case, or gives it back. */
export const takeReport: Handler<'report.take'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('takeReport', { ...input, user: userId }));
