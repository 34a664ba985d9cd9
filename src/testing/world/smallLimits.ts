/*
 * Stand-ins for the product's limits. Stories have dozens of messages, not thousands: with these they meet pages that are full, runs that are cut, and devices
 * that start over.
 */

/** The module of the wire's limits with small pages. */
export function withSmallLimits(real: object): object {
  const { limits } = real as { limits: Record<string, number> };
  const pages = { sendItemsMax: 3, historyMax: 8, deltaRowsMax: 6, deltaChatsMax: 2, getSeqsMax: 3, readMarksMax: 2 };
  // Nothing in a story grows a week old, and threads end in it all the same.
  const times = { threadIdleMs: 3 * 86_400_000 };
  return { limits: { ...limits, ...pages, ...times } };
}

/** The module that says when a device or a room starts over. */
export const smallReset = {
  resetLimits: { deltaRevs: 25, deltaRows: 5, changeRows: 8, newestRows: 4, unsent: 1_000 },
};
