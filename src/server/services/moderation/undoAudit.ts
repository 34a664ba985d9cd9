import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Undoes an entry of the log. */
export const undoAudit: Handler<'audit.undo'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('undoAudit', { ...input, user: userId }));
