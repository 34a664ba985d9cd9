import type { Handlers } from '#server/services/serviceContext.ts';

/** Requests about what a person keeps for himself. */
export type KeepRequest = 'keep.add' | 'keep.drop' | 'keep.note';

/** Handlers of {@link KeepRequest}. Only the person's own devices hear of it. */
export const keepHandlers: Handlers<KeepRequest> = {
  'keep.add': async ({ storage, live }, { userId }, input) => {
    const { result, isRepeat } = await storage.run('keepMessage', { ...input, userId });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
  'keep.drop': async ({ storage, live }, { userId }, input) => {
    const { result, isRepeat } = await storage.run('dropKeep', { ...input, userId });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
  'keep.note': async ({ storage, live }, { userId }, input) => {
    const { result, isRepeat } = await storage.run('writeKeepNote', { ...input, userId });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
};
