import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findPostgres } from '#testing/postgres/findPostgres.ts';
import { richFrom } from '#testing/world/createWorld.ts';
import { inTurns } from '#testing/world/inTurns.ts';
import { tellWorlds } from '#testing/world/tellWorlds.ts';
import { postgresBugs } from './postgresBugs.ts';
import type { SeededBug } from './seededBugTypes.ts';
import { seededBugs } from './seededBugs.ts';

// `npm run test:seeded-bugs [-- --bug NAME] [--runs N] [--from SEED] [--short]`: switches each bug on and tells worlds until one of them notices it. Fails if a
// bug is not found, or if the world fails without one. `--short` begins each with the seed that is known to find it; without it, such a seed is tried when the others
// were in vain.

const { values } = parseArgs({
  options: {
    bug: { type: 'string' },
    runs: { type: 'string' },
    from: { type: 'string' },
    short: { type: 'boolean' },
  },
});
const runs = Number(values.runs ?? (values.short ? 60 : 500));
const first = Number(values.from ?? 1);
/** A world takes about a second on a busy machine; a bug may leave a story without an end. */
const limitMs = 120_000 + runs * 2_000;
const isWanted = ({ name }: SeededBug): boolean => values.bug === undefined || values.bug === name;
const wanted = seededBugs.filter(isWanted);
const wantedWriters = postgresBugs.filter(isWanted);
if (wanted.length + wantedWriters.length === 0) {
  const names = [...seededBugs, ...postgresBugs].map(({ name }) => name);
  console.error(`There is no seeded bug "${values.bug}": ${names.join(', ')}`);
  process.exit(2);
}

const lines: string[] = [];
let missed = 0;
let found = 0;
function say(isGood: boolean, name: string, text: string): void {
  const line = `${isGood ? '✓' : '✗'} ${name.padEnd(28)} ${text}`;
  if (!isGood) missed += 1;
  lines.push(line);
  console.log(line);
}

async function seek({ name, what, seed }: SeededBug): Promise<void> {
  // What only rich worlds tell is not looked for in others.
  const isRich = seed !== undefined && seed >= richFrom;
  const from = (values.short || isRich) && seed !== undefined ? seed : first;
  const tell = (start: number, count: number) =>
    tellWorlds({ from: start, runs: count, bug: name, onFailure: 'stop', limitMs });
  let result = await tell(from, runs);
  const isInVain = result.failures.length === 0 && !result.isHung && result.trouble === undefined;
  if (isInVain && seed !== undefined && (seed < from || seed >= from + runs)) {
    const again = await tell(seed, 1);
    result = { ...again, told: result.told + again.told };
  }
  const failure = result.failures[0];
  if (result.trouble !== undefined) return say(false, name, `could not run: ${result.trouble}`);
  if (!failure && !result.isHung) return say(false, name, `NOT FOUND in ${result.told} worlds: ${what}`);
  found += 1;
  const sign = failure ? (failure.failure.split('\n')[0] ?? '').slice(0, 90) : 'a story without an end';
  say(true, name, `world ${result.told} (seed ${failure?.seed ?? from + result.told}): ${sign}`);
}

/** The world without a bug must not fail. */
async function control(): Promise<void> {
  const result = await tellWorlds({ from: first, runs: Math.min(runs, 100), onFailure: 'stop', limitMs });
  const isGood = result.failures.length === 0 && !result.isHung && result.trouble === undefined;
  say(isGood, '(no bug)', isGood ? `${result.told} worlds are whole` : JSON.stringify(result));
}

async function seekAmongWriters(bug: SeededBug | undefined): Promise<void> {
  const env = { ...process.env, ...(bug ? { SEEDED_BUG: bug.name } : {}) };
  const test = ['run', '--project', 'node', 'src/testing/seededBugs/severalWriters.test.ts'];
  const child = spawn('vitest', test, { env, stdio: 'ignore' });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (!bug) return say(code === 0, '(no bug, several writers)', code === 0 ? 'passes' : 'fails');
  if (code !== 0) found += 1;
  say(code !== 0, bug.name, code === 0 ? `NOT FOUND: ${bug.what}` : 'found by several writers on PostgreSQL');
}

const works = [
  ...(values.bug === undefined && !values.short ? [control] : []),
  ...wanted.map((bug) => () => seek(bug)),
];
await inTurns(availableParallelism(), () => works.shift());
// The writers of one test fill the machine by themselves.
if (wantedWriters.length > 0 && !values.short) {
  if (findPostgres()) for (const bug of [undefined, ...wantedWriters]) await seekAmongWriters(bug);
  else console.log(`- ${wantedWriters.map(({ name }) => name).join(', ')}: not tried, PostgreSQL is not installed`);
}
console.log(`${found} of ${wanted.length + (findPostgres() && !values.short ? wantedWriters.length : 0)} bugs found`);
process.exitCode = missed > 0 ? 1 : 0;
