import type { Handler } from '#server/services/serviceContext.ts';
import { publishMessageChange } from './publishMessageChange.ts';

/** Takes a message back; its place stays. */
export const unsendMessage: Handler<'message.unsend'> = async ({ storage, live }, { userId }, { c, s, op }) => {
  const change = await storage.run('unsendMessage', { c, userId, s, op });
  publishMessageChange(live, change);
  return { r: change.r };
};
