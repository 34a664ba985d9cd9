import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Makes a room of a community. */
export const createRoom: Handler<'room.create'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('createRoom', { ...input, user: userId }));
