import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Changes of several chats; one that cannot be read answers with its code and does not stop the others. */
export const getDeltas: Handler<'sync.delta'> = async ({ storage, live }, { userId }, { items, limit }) => ({
  items: await Promise.all(
    items.map(async ({ c, since, minRev }) => {
      try {
        const wish = { c, user: userId, since, minRev, limit: limit ?? limits.deltaRowsMax };
        const answer = await storage.run('getDelta', wish);
        live.noticeRev(c, answer.delta.head.rev);
        return answer;
      } catch (error) {
        if (error instanceof AppError && error.code !== 'UNAVAILABLE') return { c, code: error.code };
        throw error;
      }
    }),
  ),
});
