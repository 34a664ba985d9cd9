import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Changes the rules of a chat. */
export const setModeration: Handler<'moderation.set'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('setModeration', { ...input, user: userId }));
