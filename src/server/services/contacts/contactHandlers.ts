import { AppError } from '#protocol/errors.ts';
import type { Handlers } from '#server/services/serviceContext.ts';

/** Requests about my relations to people. */
export type ContactRequest = 'contact.requests' | 'contact.set';

/** Handlers of {@link ContactRequest}. A relation is one-sided; the other person is never told. */
export const contactHandlers: Handlers<ContactRequest> = {
  'contact.requests': async ({ storage }, { userId }) => ({
    items: await storage.run('listContactRequests', { userId }),
  }),
  'contact.set': async (context, { userId }, { user, state, alias, op }) => {
    if (user === userId) throw new AppError('FORBIDDEN', { message: 'nobody is a contact of themselves' });
    const { result, isRepeat } = await context.storage.run('setContact', { userId, op, peerId: user, state, alias });
    if (!isRepeat) context.live.publishUser(userId);
    return result;
  },
};
