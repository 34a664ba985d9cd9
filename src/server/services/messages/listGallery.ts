import type { Handler } from '#server/services/serviceContext.ts';

/** A page of what was sent in a chat. Throws NOT_MEMBER. */
export const listGallery: Handler<'media.list'> = ({ storage }, { userId: user }, wish) =>
  storage.run('listGallery', { ...wish, user });
