import type { PhaseEvent } from '../check/history.ts';
import type { DoneFault } from './applyFault.ts';

/** A connection that a fault broke may be found dead only so long after the fault's end, ms. */
const graceMs = 3_000;

/**
 * Times from the end of a fault until a device that had lost its connection by it was live again, ms. A device that was live all the time, or came back before
 * the end, tells nothing; one that the next fault meets before it is back is counted there. An outage without an end is the end of the run, which waits for everybody to be live.
 */
export function measureRecovery(
  faults: readonly DoneFault[],
  phases: ReadonlyMap<number, readonly PhaseEvent[]>,
): number[] {
  const outages = new Map([...phases].map(([d, own]) => [d, toOutages(own)]));
  return faults.flatMap((fault, at) =>
    fault.devices.flatMap((d) => {
      const next = faults.slice(at + 1).find(({ devices }) => devices.includes(d))?.from ?? Infinity;
      const ends = (outages.get(d) ?? [])
        .filter(({ from, to }) => from <= Math.min(fault.to + graceMs, next) && to > fault.to)
        .map(({ to }) => to);
      const back = Math.max(...ends);
      return ends.length === 0 || back > next ? [] : [back - fault.to];
    }),
  );
}

function toOutages(phases: readonly PhaseEvent[]): { from: number; to: number }[] {
  const outages: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (const { t, phase } of phases) {
    if (phase !== 'live') from ??= t;
    else if (from !== undefined) {
      outages.push({ from, to: t });
      from = undefined;
    }
  }
  return outages;
}
