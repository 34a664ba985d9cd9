import { checkAcked } from './checkAcked.ts';
import { checkFifo } from './checkFifo.ts';
import { checkFloors } from './checkFloors.ts';
import { checkMonotonic } from './checkMonotonic.ts';
import { checkOrder } from './checkOrder.ts';
import { checkValues } from './checkValues.ts';
import type { DeviceOf, HistoryEvent, OperationEvent, SawEvent, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/** Everything that can be said about one device from its history, in the order in which it was written, and from what is stored: (a), (c) to (f), (h). */
export function checkDevice(device: DeviceOf, events: readonly HistoryEvent[], stored: StoredIndex): Violation[] {
  const operations = events.filter((event): event is OperationEvent => event.e !== 'saw' && event.e !== 'phase');
  const saw = events.filter((event): event is SawEvent => event.e === 'saw');
  return [
    ...checkAcked(device, operations, stored),
    ...checkOrder(device.d, saw, stored),
    ...checkFifo(device, operations, stored),
    ...checkValues(device, operations, stored),
    ...checkMonotonic(device.d, saw),
    ...checkFloors(device, saw, stored),
  ];
}
