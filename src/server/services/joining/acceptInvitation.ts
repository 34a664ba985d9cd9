import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Answers an invitation. */
export const acceptInvitation: Handler<'chat.accept'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('acceptInvitation', { ...input, user: userId }));
