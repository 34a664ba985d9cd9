import type { Handler } from '#server/services/serviceContext.ts';

/** Moves read positions; answered when they are durable. Chats the asker is not in are left out. */
export const markRead: Handler<'read.mark'> = async ({ live }, { userId }, { items }) => {
  const states = await Promise.all(items.map(([c, seq]) => live.markRead({ c, user: userId, seq })));
  // Two marks of one chat share one answer.
  const byChat = new Map(states.flatMap((state) => (state ? [[state[0], state] as const] : [])));
  return { items: [...byChat.values()] };
};
