import { percentile } from '#bench/statistics.ts';
import type { Violation } from '../check/history.ts';
import type { DoneFault } from './applyFault.ts';
import type { CheckedRun } from './checkRun.ts';
import type { HistoryCounts } from './countHistory.ts';
import { measureRecovery } from './measureRecovery.ts';
import type { FaultOptions } from './runFaults.ts';

/** What a run found; the last line of its output. */
export interface FaultReport extends HistoryCounts {
  seed: number;
  clients: number;
  /** length of load, faults and the way to quiet */
  seconds: number;
  /** violations of (a), of (b), and of (c) or (d) */
  lost: number;
  duplicated: number;
  reordered: number;
  violations: number;
  /** the first ones, in words */
  examples: Violation[];
  /** faults by kind */
  faults: Record<string, number>;
  /** from the end of a fault to live, ms, over the devices that had lost their connection */
  backMs: { count: number; p50: number; p99: number; max: number };
  /** where the files are, if there are violations */
  folder?: string;
}

const examplesMax = 20;

/** Sums a run up. */
export function reportRun(run: {
  options: FaultOptions;
  checked: CheckedRun;
  faults: readonly DoneFault[];
  seconds: number;
  folder: string;
}): FaultReport {
  const { options, checked, faults, folder } = run;
  const { violations, counts, phases } = checked;
  const of = (...rules: Violation['rule'][]): number => violations.filter(({ rule }) => rules.includes(rule)).length;
  const back = measureRecovery(faults, phases);
  const byKind: Record<string, number> = {};
  for (const { kind } of faults) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const at = (share: number): number => (back.length === 0 ? 0 : Math.round(percentile(back, share)));
  return {
    seed: options.seed,
    clients: options.clients,
    seconds: Math.round(run.seconds),
    ...counts,
    lost: of('acked'),
    duplicated: of('unique'),
    reordered: of('order', 'fifo'),
    violations: violations.length,
    examples: violations.slice(0, examplesMax),
    faults: byKind,
    backMs: { count: back.length, p50: at(0.5), p99: at(0.99), max: Math.round(Math.max(0, ...back)) },
    ...(violations.length > 0 ? { folder } : {}),
  };
}
