import type { Handler } from '#server/services/serviceContext.ts';

/** Single messages by position. */
export const getMessages: Handler<'messages.get'> = ({ storage }, { userId }, { c, seqs, minRev }) =>
  storage.run('getMessages', { c, user: userId, seqs, minRev });
