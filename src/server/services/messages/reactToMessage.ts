import type { Handler } from '#server/services/serviceContext.ts';

/** Sets or takes back my reaction; the live part collects what comes within a moment into one transaction. */
export const reactToMessage: Handler<'message.react'> = async ({ live }, { userId }, { c, s, e, op }) => ({
  r: await live.react(c, { user: userId, seq: s, emoji: e, op }),
});
