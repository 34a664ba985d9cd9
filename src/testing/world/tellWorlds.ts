import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Worlds that a process of its own tells. */
export interface WorldTask {
  readonly from: number;
  readonly runs: number;
  readonly steps?: number | undefined;
  /** `stop`: the first failure ends it. */
  readonly onFailure: 'note' | 'stop';
  /** name of a seeded bug that is switched on */
  readonly bug?: string | undefined;
  /** The process is ended after this time, ms; default: never. */
  readonly limitMs?: number | undefined;
}

/** What came of it. */
export interface WorldsTold {
  /** worlds that were told to their end */
  readonly told: number;
  readonly failures: readonly { seed: number; failure: string }[];
  /** The process came to its limit: some story has no end. */
  readonly isHung: boolean;
  /** last words of the process, when it failed although every story that it told went well */
  readonly trouble?: string;
}

const tests = ['run', '--project', 'node', 'src/testing/world/world.test.ts'];

/** Tells worlds in a process of its own; several such processes use several cores. Call it with `node_modules/.bin` in PATH. */
export async function tellWorlds(task: WorldTask): Promise<WorldsTold> {
  const folder = mkdtempSync(join(tmpdir(), 'kabar-worlds-'));
  const report = join(folder, 'report.jsonl');
  const env = {
    ...process.env,
    ...{ WORLD_FROM: String(task.from), WORLD_RUNS: String(task.runs), WORLD_ON_FAILURE: task.onFailure },
    ...(task.steps === undefined ? {} : { WORLD_STEPS: String(task.steps) }),
    ...(task.bug === undefined ? {} : { SEEDED_BUG: task.bug }),
    WORLD_REPORT: report,
  };
  try {
    const { code, isHung, output } = await run(env, task.limitMs);
    const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').filter(Boolean) : [];
    const worlds = lines.map((line) => JSON.parse(line) as { seed: number; failure?: string });
    const failures = worlds.flatMap(({ seed, failure }) => (failure === undefined ? [] : [{ seed, failure }]));
    const isTrouble = code !== 0 && failures.length === 0 && !isHung;
    return { told: worlds.length, failures, isHung, ...(isTrouble ? { trouble: output() } : {}) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(env: NodeJS.ProcessEnv, limitMs: number | undefined) {
  // A group of its own, so that a story without an end takes the workers of the test runner with it.
  const child = spawn('vitest', tests, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let text = '';
  const keep = (chunk: Buffer): void => void (text = (text + chunk.toString()).slice(-6_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let isHung = false;
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = limitMs === undefined ? undefined : setTimeout(() => ((isHung = true), end()), limitMs);
  process.once('exit', end);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  process.off('exit', end);
  clearTimeout(timer);
  return { code, isHung, output: () => text };
}
