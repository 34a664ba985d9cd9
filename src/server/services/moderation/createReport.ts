import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';
import { publishAct } from './publishAct.ts';

/** Reports a message or a member. Throws BAD unless exactly one of the two is given. */
export const createReport: Handler<'report.create'> = async ({ storage, live }, { userId }, input) => {
  if ((input.s === undefined) === (input.member === undefined)) throw new AppError('BAD');
  return publishAct(live, await storage.run('createReport', { ...input, user: userId }));
};
