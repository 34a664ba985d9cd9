import type { Handler } from '#server/services/serviceContext.ts';
import { publishMessageChange } from './publishMessageChange.ts';
import { checkMentions } from './sendMessage.ts';

/** Replaces the text of an own message. */
export const editMessage: Handler<'message.edit'> = async ({ storage, live }, { userId }, { c, s, b, op }) => {
  checkMentions(b);
  const change = await storage.run('editMessage', { c, userId, s, b, op });
  publishMessageChange(live, change);
  return { r: change.r };
};
