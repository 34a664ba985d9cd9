import { expect, it } from 'vitest';
import type { PhaseEvent } from '../check/history.ts';
import type { DoneFault } from './applyFault.ts';
import { measureRecovery } from './measureRecovery.ts';

const phase = (t: number, name: string): PhaseEvent => ({ e: 'phase', t, d: 0, phase: name });
const fault = (from: number, to: number, devices = [0]): DoneFault => ({ kind: 'hole', from, to, devices });
const measure = (faults: DoneFault[], phases: PhaseEvent[]) => measureRecovery(faults, new Map([[0, phases]]));

it('measures from the end of a fault to the last return that it explains', () => {
  const start = [phase(0, 'start'), phase(5, 'live')];
  expect(measure([fault(100, 200)], start)).toEqual([]);
  expect(measure([fault(100, 200)], [...start, phase(110, 'backoff'), phase(150, 'live')])).toEqual([]);
  expect(measure([fault(100, 200)], [...start, phase(110, 'backoff'), phase(250, 'live')])).toEqual([50]);
  // The end of the run, a moment after the last fault.
  expect(measure([fault(100, 200)], [...start, phase(1_200, 'offline')])).toEqual([]);
  // Found dead after the end, and lost once more on the way.
  const twice = [phase(300, 'connect'), phase(400, 'live'), phase(500, 'connect'), phase(700, 'live')];
  expect(measure([fault(100, 200)], [...start, ...twice])).toEqual([500]);
  // The next fault came first, and the device counts for that one.
  expect(measure([fault(100, 200), fault(210, 220)], [...start, phase(110, 'backoff'), phase(250, 'live')])).toEqual([
    30,
  ]);
  expect(measure([fault(100, 200, [1])], [...start, phase(110, 'backoff'), phase(250, 'live')])).toEqual([]);
});
