import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureClient } from '#server/ensureClient.ts';
import { runFaults } from './run/runFaults.ts';

/*
 * `npm run test:faults -- --minutes N --seed S --clients N --rate N --json FILE`: prints what happens, and the report as one JSON object in the last line.
 * Exit code 1 on any violation.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { minutes: text, seed: text, clients: text, rate: text, json: text } });
const toNumber = (name: keyof typeof values, otherwise: number): number => {
  const value = Number(values[name] ?? otherwise);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number`);
  return value;
};

const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
await ensureClient(resolve(import.meta.dirname, '../../..'), say);
const seed = toNumber('seed', Math.floor(Math.random() * 2 ** 31));
say(`seed ${seed}`);
const report = await runFaults({
  seed,
  clients: toNumber('clients', 200),
  forMs: toNumber('minutes', 5) * 60_000,
  leastFaults: 1,
  rate: toNumber('rate', 150),
  pace: { gapMs: [5_000, 15_000], longestMs: 20_000 },
  settleMs: 10 * 60_000,
  say,
});
for (const { rule, text: what } of report.examples) say(`VIOLATION ${rule}: ${what}`);
const line = JSON.stringify(report);
if (values.json !== undefined) writeFileSync(values.json, `${line}\n`);
console.log(line);
process.exit(report.violations > 0 ? 1 : 0);
