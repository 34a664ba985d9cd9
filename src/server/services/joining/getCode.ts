import type { Handler } from '#server/services/serviceContext.ts';

/** The join code of a chat. */
export const getCode: Handler<'code.get'> = ({ storage }, { userId }, input) =>
  storage.run('getCode', { ...input, user: userId });
