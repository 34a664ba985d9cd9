import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { richFrom } from './createWorld.ts';
import { inTurns } from './inTurns.ts';
import { tellWorlds } from './tellWorlds.ts';

// `npm run test:world -- --runs N [--from SEED] [--steps M]`: tells so many worlds on all cores and goes on where the last call ended. What failed is kept in
// the same file, with the command that finds the shortest story.

const { values } = parseArgs({
  options: { runs: { type: 'string' }, from: { type: 'string' }, steps: { type: 'string' } },
});
const memory = 'test-results/worlds.json';
const chunkSize = 100;

interface State {
  /** first seed that nobody has told */
  next: number;
  told: number;
  failed: { seed: number; steps?: number | undefined; failure: string }[];
}

const state: State = existsSync(memory)
  ? (JSON.parse(readFileSync(memory, 'utf8')) as State)
  : { next: richFrom, told: 0, failed: [] };
const from = Number(values.from ?? state.next);
const end = from + Number(values.runs ?? 2_000);
const steps = values.steps === undefined ? undefined : Number(values.steps);
const begin = performance.now();
/** chunks by their first seed; true when told */
const chunks = new Map<number, boolean>();
let at = from;
let told = 0;
let hasFailed = false;

function save(): void {
  // The next call goes on behind the last chunk before which none is missing.
  const missing = [...chunks].find(([, isTold]) => !isTold)?.[0];
  if (values.from === undefined) state.next = missing ?? Math.min(at, end);
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, `${JSON.stringify(state, null, 2)}\n`);
}

await inTurns(availableParallelism(), () => {
  if (at >= end) return undefined;
  const first = at;
  const runs = Math.min(chunkSize, end - at);
  at += runs;
  chunks.set(first, false);
  return async () => {
    const result = await tellWorlds({ from: first, runs, steps, onFailure: 'note' });
    if (result.trouble !== undefined) {
      console.error(result.trouble);
      process.exit(1);
    }
    chunks.set(first, true);
    told += result.told;
    state.told += result.told;
    for (const { seed, failure } of result.failures) {
      hasFailed = true;
      state.failed = [...state.failed.filter((one) => one.seed !== seed), { seed, steps, failure }];
      console.log(`✗ WORLD_FROM=${seed} npx vitest run --project node src/testing/world/world.test.ts\n  ${failure}`);
    }
    save();
    const perSecond = told / ((performance.now() - begin) / 1_000);
    console.log(`${told} of ${end - from} worlds, ${perSecond.toFixed(1)} runs/s, up to seed ${first + runs - 1}`);
  };
});
process.exitCode = hasFailed ? 1 : 0;
