import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';

/** Takes an invitation back that was not answered yet. */
export const withdrawInvitation: Handler<'invitation.withdraw'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('withdrawInvitation', { ...input, user: userId }));
