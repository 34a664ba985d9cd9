/** From where on telling what changed is worse than starting over, and what a new start consists of. In a file of its own, so that small worlds reach it too. */
export const resetLimits = {
  /** A device further behind than this many revs starts over, if a page does not hold what it missed. */
  deltaRevs: 2_000,
  /** Newest messages such a device gets. */
  deltaRows: 50,
  /** With more changed messages than this a room starts over. */
  changeRows: 500,
  /** Newest messages a room gets then. */
  newestRows: 50,
  /** Unsent messages a new start names, so that they vanish from old parts of caches too. */
  unsent: 1_000,
} as const;
