import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Closes a room of a community for good. */
export const closeRoom: Handler<'room.close'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('closeRoom', { ...input, user: userId }));
