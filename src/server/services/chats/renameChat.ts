import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Renames or describes a group or community. Throws BAD when neither is given. */
export const renameChat: Handler<'chat.meta'> = async ({ storage, live }, { userId }, input) => {
  if (input.title === undefined && input.about === undefined) throw new AppError('BAD');
  return publishOutcome(live, await storage.run('renameChat', { ...input, user: userId }));
};
