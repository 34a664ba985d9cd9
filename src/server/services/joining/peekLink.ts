import type { Handler } from '#server/services/serviceContext.ts';

/** What a link leads to. */
export const peekLink: Handler<'link.peek'> = ({ storage }, { userId }, input) =>
  storage.run('peekLink', { ...input, user: userId });
