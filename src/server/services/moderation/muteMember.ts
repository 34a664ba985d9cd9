import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Takes the word from a member, or gives it back. */
export const muteMember: Handler<'member.mute'> = async ({ storage, live }, { userId }, input) =>
  publishAct(live, await storage.run('muteMember', { ...input, user: userId }));
