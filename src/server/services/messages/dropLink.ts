import type { Handler } from '#server/services/serviceContext.ts';
import { publishMessageChange } from './publishMessageChange.ts';

/** Takes the card of its link off a message. */
export const dropLink: Handler<'link.drop'> = async ({ storage, live }, { userId }, { c, s, op }) => {
  const change = await storage.run('dropLink', { c, userId, s, op });
  publishMessageChange(live, change);
  return { r: change.r };
};
