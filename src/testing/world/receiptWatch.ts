import { readCountAt } from '#domain/receipts.ts';
import type { Head } from '#protocol/entities/chat.ts';
import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServerSignal } from '#protocol/signals.ts';

/** I14 on one connection: pushed read counts never go down, unless the membership changed. */
export interface ReceiptWatch {
  head(head: Head): void;
  signal(signal: ServerSignal): void;
}

/** Watches one connection, on the server's side. `broken` gets what was wrong, in words. */
export function receiptWatch(broken: (what: string) => void): ReceiptWatch {
  const heads = new Map<ChatId, number>();
  const told = new Map<ChatId, { steps: ReceiptSteps; members: number | undefined }>();
  const head = ({ c, mr }: Head): void => void heads.set(c, Math.max(mr, heads.get(c) ?? 0));
  return {
    head,
    signal(signal) {
      if (signal.name === 'ue') for (const { h } of signal.data.set.chats ?? []) head(h);
      if (signal.name !== 'rc') return;
      const { c, steps } = signal.data;
      const members = heads.get(c);
      const before = told.get(c);
      for (const [seq, count] of before?.members === members ? (before?.steps ?? []) : []) {
        const now = readCountAt(steps, seq);
        if (now !== undefined && now < count) broken(`read by ${now} after ${count}: ${seq} of chat ${c}`);
      }
      told.set(c, { steps, members });
    },
  };
}
