import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Members of a chat. Throws BAD unless exactly one of the three ways to choose is given. */
export const listMembers: Handler<'members.list'> = async ({ storage }, { userId }, { c, range, ids, q }) => {
  if ([range, ids, q].filter((choice) => choice !== undefined).length !== 1) throw new AppError('BAD');
  return storage.run('listMembers', { c, user: userId, range, ids, q });
};
