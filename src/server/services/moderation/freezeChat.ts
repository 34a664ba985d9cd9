import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Lets only moderators write, or everybody again. */
export const freezeChat: Handler<'chat.freeze'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('freezeChat', { ...input, user: userId }));
