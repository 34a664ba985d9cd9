import type { Handler } from '#server/services/serviceContext.ts';

/** The caller's own appeal in a chat. */
export const getAppeal: Handler<'appeal.get'> = ({ storage }, { userId }, input) =>
  storage.run('getAppeal', { ...input, user: userId });
