import { readCountAt } from '#domain/receipts.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { FeedItem } from './FeedItem.ts';

/** Where an own message is. `count`: how many have read it; undefined in a 1:1 chat. */
export type Delivery =
  | { kind: 'waiting' }
  /** the server keeps it for a moderator */
  | { kind: 'held' }
  | { kind: 'sent' }
  | { kind: 'read'; count: number | undefined }
  | { kind: 'failed'; code: Entry['err']; why?: Entry['why']; isOld: boolean };
type Entry = NonNullable<FeedItem['entry']>;

/** The state of an own message; of others' messages always `sent`. */
export function toDelivery(
  item: FeedItem,
  { receipts, peerRead }: Pick<ChatWindowState, 'receipts' | 'peerRead'>,
  isDm: boolean,
): Delivery {
  if (!item.isOwn || item.isUnsent) return { kind: 'sent' };
  const { entry } = item;
  if (entry && entry.state === 'failed') {
    return { kind: 'failed', code: entry.err, isOld: false, ...(entry.why ? { why: entry.why } : {}) };
  }
  if (entry?.held === 1) return { kind: 'held' };
  if (entry?.old === 1) return { kind: 'failed', code: undefined, isOld: true };
  if (entry && entry.state === 'queued') return { kind: 'waiting' };
  if (item.seq === undefined) return { kind: 'sent' };
  if (isDm) return item.seq <= peerRead ? { kind: 'read', count: undefined } : { kind: 'sent' };
  const count = readCountAt(receipts, item.seq) ?? 0;
  return count > 0 ? { kind: 'read', count } : { kind: 'sent' };
}
