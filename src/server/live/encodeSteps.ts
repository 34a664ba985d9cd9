import type { ReceiptSteps } from '#protocol/entities/receipt.ts';

/** Run-length code of counts by ascending seq: a step wherever the count differs from the one before. */
export function encodeSteps(counts: readonly [number, number][]): ReceiptSteps {
  const steps: ReceiptSteps = [];
  for (const [seq, count] of counts) if (steps.at(-1)?.[1] !== count) steps.push([seq, count]);
  return steps;
}
