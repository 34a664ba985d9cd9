import type { Handler } from '#server/services/serviceContext.ts';

/** How much was sent in a chat, by month. Throws NOT_MEMBER. */
export const countGallery: Handler<'media.months'> = ({ storage }, { userId: user }, wish) =>
  storage.run('countGallery', { ...wish, user });
