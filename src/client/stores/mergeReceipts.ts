import type { ReceiptSteps } from '#protocol/entities/receipt.ts';

/**
 * Joins receipt steps. Live ones tell the counts from their first seq up to the newest message and replace everything there; those of a page of history
 * (`isLive` false) replace only what lies between their first and last step, because newer counts may be known above.
 */
export function mergeReceipts(before: ReceiptSteps, incoming: ReceiptSteps, isLive: boolean): ReceiptSteps {
  const [first, last] = [incoming[0], incoming.at(-1)];
  if (!first || !last) return before;
  const below = before.filter(([seq]) => seq < first[0]);
  const above = isLive ? [] : before.filter(([seq]) => seq > last[0]);
  return [...below, ...incoming, ...above];
}
