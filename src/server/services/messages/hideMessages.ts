import type { Handler } from '#server/services/serviceContext.ts';

/** Hides messages from the person himself, on all his devices. */
export const hideMessages: Handler<'message.hide'> = async ({ storage, live }, { userId }, { c, seqs, op }) => {
  const { result, isRepeat } = await storage.run('hideMessages', { c, userId, seqs, op });
  if (!isRepeat) live.publishUser(userId);
  return result;
};
