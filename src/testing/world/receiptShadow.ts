import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { EngineEvent } from '#sync/changes.ts';
import { mergeReceipts } from '#client/stores/mergeReceipts.ts';

/** The read counts that one browser's tabs show, joined as the screens join them. */
export interface ReceiptShadow {
  /** The tab shows exactly these chats from now on; one that it did not show begins without counts. */
  show(tab: string, open: readonly ChatId[]): void;
  hear(tab: string, event: Extract<EngineEvent, { t: 'receipts' }>): void;
  /** Counts of a chat that the tab shows, as far as anything was heard. */
  of(tab: string, c: ChatId): ReceiptSteps | undefined;
}

/** Watches one browser. */
export function receiptShadow(): ReceiptShadow {
  const shown = new Map<string, Map<ChatId, ReceiptSteps>>();
  return {
    show(tab, open) {
      const before = shown.get(tab);
      shown.set(tab, new Map(open.map((c) => [c, before?.get(c) ?? []])));
    },
    hear(tab, { c, v, steps }) {
      const own = shown.get(tab);
      const before = own?.get(c);
      if (own && before) own.set(c, mergeReceipts(before, steps, v > 0));
    },
    of: (tab, c) => shown.get(tab)?.get(c),
  };
}
