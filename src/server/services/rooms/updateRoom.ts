import { AppError } from '#protocol/errors.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Changes a room of a community. Throws BAD when there is nothing to change. */
export const updateRoom: Handler<'room.update'> = async ({ storage, live }, { userId }, input) => {
  const { title, about, ro, at } = input;
  if ([title, about, ro, at].every((value) => value === undefined)) throw new AppError('BAD');
  return publishOutcome(live, await storage.run('updateRoom', { ...input, user: userId }));
};
