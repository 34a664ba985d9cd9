import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Leaves a group. */
export const leaveChat: Handler<'chat.leave'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('leaveChat', { ...input, user: userId }));
