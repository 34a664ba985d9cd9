/*
 * Stand-ins for the product's limits. Stories have dozens of messages, not thousands: with these they meet pages that are full, runs that are cut, and devices
 * that start over.
 */

/** The module of the wire's limits with small pages. */
export function withSmallLimits(real: object): object {
  const { limits } = real as { limits: Record<string, number> };
  const pages = { sendItemsMax: 3, historyMax: 8, deltaRowsMax: 6, deltaChatsMax: 2, getSeqsMax: 3, readMarksMax: 2 };
  return { limits: { ...limits, ...pages } };
}

/** The module that says when a device or a room starts over. */
export const smallReset = {
  resetLimits: { deltaRevs: 25, deltaRows: 5, changeRows: 8, newestRows: 4, unsent: 1_000 },
};
