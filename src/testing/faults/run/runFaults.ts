import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '#testing/fakeTab.ts';
import { applyFault, type DoneFault } from './applyFault.ts';
import { checkRun, type CheckedRun } from './checkRun.ts';
import { planFaults, type FaultPace } from './planFaults.ts';
import { reportRun, type FaultReport } from './reportRun.ts';
import { settleWorld } from './settleWorld.ts';
import { abandonWorld, startWorld, type FaultWorld } from './startWorld.ts';

/** What a run of faults is to be. */
export interface FaultOptions {
  seed: number;
  /** devices */
  clients: number;
  /** length of the disturbed part, ms; it goes on until `leastFaults` have happened */
  forMs: number;
  leastFaults: number;
  /** operations per second that are aimed at, over all devices */
  rate: number;
  pace: FaultPace;
  /** longest wait for quiet at the end, ms */
  settleMs: number;
  say: (line: string) => void;
}

/**
 * A whole run: the real server process on a file, client processes with the product's engines, a proxy per device, faults one after the other, quiet, and
 * the check. Files of a run without violations are removed, those of another are kept and named in the report.
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const { seed, clients, rate, say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kabar-faults-'));
  const { float } = seededRandom(seed);
  const started = Date.now();
  let isClean = false;
  try {
    const world = await startWorld({ folder, clients, rate, seed, float });
    let checked: CheckedRun;
    let faults: DoneFault[];
    let from: number;
    try {
      say(`${world.devices.length} devices are up after ${seconds(Date.now() - started)}`);
      from = Date.now();
      for (const client of world.clients) client.send({ t: 'load', on: true });
      faults = await disturb(world, options, float);
      const late = await settleWorld(world, options.settleMs, say);
      for (const client of world.clients) await client.end();
      await world.server.stop();
      checked = await checkRun(folder, world);
      checked.violations.push(...late.map((text) => ({ rule: 'quiet' as const, text })));
    } finally {
      await abandonWorld(world);
    }
    isClean = checked.violations.length === 0;
    return reportRun({ options, checked, faults, seconds: (Date.now() - from) / 1_000, folder });
  } finally {
    if (isClean) rmSync(folder, { recursive: true, force: true });
  }
}

async function disturb(world: FaultWorld, options: FaultOptions, float: () => number): Promise<DoneFault[]> {
  const { forMs, leastFaults, pace, say } = options;
  const plan = planFaults(float, pace);
  const until = Date.now() + forMs;
  const done: DoneFault[] = [];
  let before = Date.now();
  for (;;) {
    const fault = plan.next().value;
    const at = Math.max(before + fault.afterMs, Date.now());
    if (at > until && done.length >= leastFaults) break;
    await pause(at - Date.now());
    before = Date.now();
    const one = await applyFault(world, fault);
    done.push(one);
    const reports = await Promise.all(world.clients.map((client) => client.report(false)));
    const acked = reports.reduce((sum, report) => sum + report.acked, 0);
    const live = reports.reduce((sum, report) => sum + report.live, 0);
    say(`${one.kind} of ${one.devices.length} devices for ${seconds(one.to - one.from)}; ${live} live, ${acked} acked`);
  }
  await pause(Math.max(0, until - Date.now()));
  return done;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
