import { setTimeout as pause } from 'node:timers/promises';
import type { FaultWorld } from './startWorld.ts';

const lookEveryMs = 1_000;
/** A line is said after so many looks. */
const sayEvery = 10;
/** So many reasons are named when it does not become quiet. */
const reasonsMax = 20;

/** Heals every line, ends the load and waits until every device is live, has nothing left to do, and has arrived at the same rev of each chat. Answers what is missing after `settleMs`. */
export async function settleWorld(
  { clients, lines }: FaultWorld,
  settleMs: number,
  say: (line: string) => void,
): Promise<string[]> {
  for (const line of lines) line.heal();
  for (const client of clients) {
    client.send({ t: 'load', on: false });
    client.send({ t: 'wake' });
  }
  const started = Date.now();
  for (let looks = 1; ; looks += 1) {
    const reports = await Promise.all(clients.map((client) => client.report(true)));
    const missing = [
      ...reports.flatMap(({ unsettled }) => unsettled),
      ...differences(reports.flatMap(({ revs }) => revs)),
    ];
    const passed = Date.now() - started;
    if (missing.length === 0) say(`quiet after ${(passed / 1_000).toFixed(1)} s`);
    if (missing.length === 0 || passed > settleMs) return missing.slice(0, reasonsMax);
    if (looks % sayEvery === 0) say(`${missing.length} things are missing, such as ${missing[0]}`);
    await pause(lookEveryMs);
  }
}

function differences(revs: readonly [c: number, rev: number][]): string[] {
  const byChat = new Map<number, Set<number>>();
  for (const [c, rev] of revs) byChat.set(c, (byChat.get(c) ?? new Set()).add(rev));
  return [...byChat].filter(([, known]) => known.size > 1).map(([c, known]) => `chat ${c} is at ${[...known].join()}`);
}
