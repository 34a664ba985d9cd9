import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Comes in by a link, or asks to be let in. */
export const useLink: Handler<'link.use'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('useLink', { ...input, user: userId }));
