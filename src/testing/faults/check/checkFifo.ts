import type { DeviceOf, OperationEvent, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/** (d) What one device sent to a chat stands there in the order in which it was queued. */
export function checkFifo(device: DeviceOf, events: readonly OperationEvent[], stored: StoredIndex): Violation[] {
  const newest = new Map<number, { s: number; id: string }>();
  const broken: Violation[] = [];
  for (const { e, f, id, c } of events) {
    const s = e === 'invoke' && f === 'send' ? stored.sent(c, device.user, id)?.s : undefined;
    if (s === undefined) continue;
    const before = newest.get(c);
    if (before && before.s > s)
      broken.push({
        rule: 'fifo',
        text: `device ${device.d} queued ${before.id} before ${id} in ${c}; they stand at ${before.s} and ${s}`,
      });
    if (!before || s > before.s) newest.set(c, { s, id });
  }
  return broken;
}
