const minuteMs = 60_000;

/** How long what was found at an address holds, how long that there was nothing, how long one try may take at most, and after how long there is another one; ms. */
export const linkTimes = {
  foundMs: 24 * 60 * minuteMs,
  nothingMs: 60 * minuteMs,
  tryMs: minuteMs,
  againMs: [30_000, 5 * minuteMs],
} as const;

/** Tries of one message's link. */
export const linkTriesMax = linkTimes.againMs.length + 1;
