import type { ReceiptSteps } from '#protocol/entities/receipt.ts';

/** Read position and join position of one member. */
export interface Reader {
  readSeq: number;
  joinRev: number;
  mid: number;
}

/** How many members other than the sender have read message `seq`: those who were in before it came and whose read position reaches it. */
export function countReaders(readers: readonly Reader[], seq: number, sender: number): number {
  let count = 0;
  for (const reader of readers) if (reader.mid !== sender && reader.joinRev < seq && seq <= reader.readSeq) count += 1;
  return count;
}

/** The count of a message from receipt steps; undefined below the first step. */
export function readCountAt(steps: ReceiptSteps, seq: number): number | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((steps[mid] as [number, number])[0] <= seq) low = mid + 1;
    else high = mid;
  }
  return steps[low - 1]?.[1];
}
