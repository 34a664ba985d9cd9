import { join } from 'node:path';
import { checkConverged } from '../check/checkConverged.ts';
import { checkDevice } from '../check/checkDevice.ts';
import { checkUnique } from '../check/checkUnique.ts';
import type { DeviceState } from '../check/deviceState.ts';
import type { HistoryEvent, PhaseEvent, Violation } from '../check/history.ts';
import { indexStored } from '../check/indexStored.ts';
import { readLines } from '../client/readLines.ts';
import { countHistory, type HistoryCounts } from './countHistory.ts';
import { readStored } from './readStored.ts';
import type { FaultWorld } from './startWorld.ts';

/** What the files of a finished run say. */
export interface CheckedRun {
  violations: Violation[];
  counts: HistoryCounts;
  phases: Map<number, PhaseEvent[]>;
}

/** Reads history, devices and database from the folder of a run whose processes have ended, and checks them against each other. */
export async function checkRun(folder: string, world: Pick<FaultWorld, 'clients'>): Promise<CheckedRun> {
  const { stored, broken } = await readStored(join(folder, 'data/kabar.db'));
  const index = indexStored(stored);
  const violations = [...broken];
  const phases = new Map<number, PhaseEvent[]>();
  const states: DeviceState[] = [];
  const counts: HistoryCounts = { operations: 0, acked: 0, failed: 0, inDoubt: 0, open: 0, seen: 0 };
  for (const { spec } of world.clients) {
    // One process at a time: the history of a long run is larger than what should be in memory at once.
    const events = readLines(join(folder, `${spec.name}.history`)).lines as HistoryEvent[];
    const byDevice = Map.groupBy(events, ({ d }) => d);
    for (const { d, user } of spec.devices) {
      const own = byDevice.get(d) ?? [];
      violations.push(...checkDevice({ d, user }, own, index));
      const seen = own.filter((event): event is PhaseEvent => event.e === 'phase');
      phases.set(d, seen);
      if (seen.some(({ phase }) => phase === 'ended'))
        violations.push({ rule: 'quiet', text: `device ${d} was logged out` });
      countHistory(own, counts);
    }
    states.push(...(readLines(join(folder, `${spec.name}.states`)).lines as DeviceState[]));
  }
  violations.push(...checkUnique(index, states), ...checkConverged(index, states));
  return { violations, counts, phases };
}
