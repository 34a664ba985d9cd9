import type { Handler } from '#server/services/serviceContext.ts';

/** Invite links of a chat. */
export const listLinks: Handler<'link.list'> = ({ storage }, { userId }, input) =>
  storage.run('listLinks', { ...input, user: userId });
