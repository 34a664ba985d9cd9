import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchReport, type Bar } from '#bench/benchReport.ts';

/** What a benchmark may use while it runs; everything is undone at its end, in reverse order, however it ends. */
export interface BenchScope {
  /** Runs `undo` at the end. */
  defer(undo: () => unknown): void;
  /** A fresh folder that is removed at the end. */
  folder(): Promise<string>;
  /** A line for people. */
  say(line: string): void;
}

/** What a benchmark found. */
export interface BenchResult {
  bars: Bar[];
  detail: Record<string, unknown>;
}

/** Runs a benchmark and prints its report as the last line. A benchmark that fails half-way prints why and ends with exit code 1. */
export async function runBench(name: string, bench: (scope: BenchScope) => Promise<BenchResult>): Promise<void> {
  const undoes: (() => unknown)[] = [];
  const scope: BenchScope = {
    defer: (undo) => void undoes.push(undo),
    async folder() {
      const path = await mkdtemp(join(tmpdir(), 'kabar-bench-'));
      scope.defer(() => rm(path, { recursive: true, force: true }));
      return path;
    },
    say: (line) => console.log(line),
  };
  const cleanUp = async (): Promise<void> => {
    for (let undo = undoes.pop(); undo; undo = undoes.pop()) {
      try {
        await undo();
      } catch (error) {
        console.error('clean-up failed:', error);
      }
    }
  };
  // Ctrl+C must not leave servers and folders behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cleanUp().then(() => process.exit(1)));
  let result: BenchResult | undefined;
  try {
    result = await bench(scope);
  } catch (error) {
    console.error(error);
  }
  await cleanUp();
  if (result) benchReport(name, result.bars, result.detail);
  else benchReport(name, [], { failed: 'see above' });
}
