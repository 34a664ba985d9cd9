import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** A page of a chat. Throws BAD unless exactly one of the three positions is given. */
export const getHistory: Handler<'history.get'> = async ({ storage }, { userId }, input) => {
  const { c, before, after, around, limit, minRev } = input;
  const given = [before, after, around].filter((position) => position !== undefined).length;
  if (given !== 1) throw new AppError('BAD', { message: 'one of before, after, around' });
  return storage.run('getHistory', { c, user: userId, before, after, around, limit, minRev });
};
