import type { HistoryEvent } from '../check/history.ts';

/** Numbers of a history. */
export interface HistoryCounts {
  operations: number;
  /** operations with at least one yes */
  acked: number;
  failed: number;
  /** operations of which a device once did not know what had become of them, and later did */
  inDoubt: number;
  /** operations of which nobody ever said anything certain; read marks that a later one of the same chat overtook are among them */
  open: number;
  /** messages stored by devices, every version of each */
  seen: number;
}

/** Adds the history of one device. */
export function countHistory(events: readonly HistoryEvent[], counts: HistoryCounts): void {
  const wishes = new Map<string, { isAcked: boolean; isFailed: boolean; isInDoubt: boolean }>();
  for (const event of events) {
    if (event.e === 'phase') continue;
    if (event.e === 'saw') {
      counts.seen += event.rows.length;
      continue;
    }
    const key = `${event.f} ${event.id}`;
    const wish = wishes.get(key) ?? { isAcked: false, isFailed: false, isInDoubt: false };
    wishes.set(key, wish);
    if (event.e === 'ok') wish.isAcked = true;
    else if (event.e === 'fail') wish.isFailed = true;
    else if (event.e === 'info') wish.isInDoubt = true;
  }
  counts.operations += wishes.size;
  for (const { isAcked, isFailed, isInDoubt } of wishes.values()) {
    if (isAcked) counts.acked += 1;
    else if (isFailed) counts.failed += 1;
    else counts.open += 1;
    if (isInDoubt && (isAcked || isFailed)) counts.inDoubt += 1;
  }
}
