import type { Handler } from '#server/services/serviceContext.ts';
import { publishOutcome } from './publishOutcome.ts';

/** Gives a group or community a picture, or takes it away. */
export const setChatPicture: Handler<'chat.picture'> = async ({ storage, live }, { userId }, input) =>
  publishOutcome(live, await storage.run('setChatPicture', { ...input, user: userId }));
