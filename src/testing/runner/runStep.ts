import { spawn } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import { lastLines } from './lastLines.ts';
import { readFailures } from './readFailures.ts';
import { readTotals } from './readTotals.ts';
import type { Step } from './Step.ts';
import type { Totals } from './Totals.ts';

/** No step takes this long on a slow machine; a hung one must not hang the pipeline. */
const limitMs = 60 * 60_000;
/** What was cut off later than this is not run once more: the pipeline has a limit of its own. */
const againMs = 20 * 60_000;
/** What is said once more of a command that ended without a report. */
const tailLines = 25;

/** What a step counted, and in lines what failed. */
export interface StepResult {
  readonly totals: Totals;
  readonly failures: readonly string[];
  /** It was to write a report and ended without one: as when a browser died under it. */
  readonly isCutOff?: boolean;
  /** What a first try said that was cut off. */
  readonly firstTry?: readonly string[];
}

/**
 * Runs one step, and once more where it was cut off and nobody sits before the screen: the machine of a pipeline is shared. A test that fails is never tried again
 * here.
 */
export async function runStepInPipeline(step: Step, extraArgs: string[]): Promise<StepResult> {
  const begin = performance.now();
  const first = await runStep(step, extraArgs);
  if (!first.isCutOff || !process.env['CI'] || performance.now() - begin > againMs) return first;
  console.log(`\n── ${step.name}: ${first.failures[0]}; once more`);
  return { ...(await runStep(step, extraArgs)), firstTry: first.failures };
}

/** Runs one step with its output on the terminal. `extraArgs` are appended. A command that fails and names no test says how it ended, and its last lines. */
export async function runStep(step: Step, extraArgs: string[]): Promise<StepResult> {
  const [command = '', ...args] = step.command;
  const subjects = step.subjects ? globSync(step.subjects) : undefined;
  if (subjects?.length === 0) {
    console.log(`\n── ${step.name}: nothing to test yet`);
    return { totals: { passed: 0, failed: 0, skipped: 0 }, failures: [] };
  }
  console.log(`\n── ${step.name}: ${[command, ...args, ...extraArgs].join(' ')}`);
  // An old report must not speak for a command that died before it wrote one.
  if (step.report) rmSync(step.report, { force: true });
  const { how, isGood, tail } = await run(command, [...args, ...extraArgs], step.env);
  const totals = readTotals(step.report, isGood);
  if (totals.failed === 0) return { totals, failures: [] };
  const named = readFailures(step.report);
  if (named.length > 0) return { totals, failures: named };
  const isCutOff = step.report !== undefined && !existsSync(step.report);
  return { totals, failures: [how, ...tail.map((line) => `  ${line}`)], isCutOff };
}

/** `how`: how it ended, in words. */
async function run(
  command: string,
  args: string[],
  own: Record<string, string> = {},
): Promise<{ how: string; isGood: boolean; tail: string[] }> {
  // Whoever reads along wants colours; to the command its output is a pipe.
  const env = { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...process.env, ...own };
  const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'], timeout: limitMs, env });
  const tail = lastLines(tailLines);
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from.on('data', (data: Buffer) => {
      to.write(data);
      tail.add(data.toString());
    });
  const ended = Promise.withResolvers<string>();
  child.once('error', (error) => ended.resolve(error.message));
  child.once('close', (code, signal) => ended.resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  const how = await ended.promise;
  return { how, isGood: child.exitCode === 0, tail: tail.read() };
}
