import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { readTotals } from './readTotals.ts';
import type { Step } from './Step.ts';
import type { Totals } from './Totals.ts';

/** No step takes this long on a slow machine; a hung one must not hang the pipeline. */
const limitMs = 60 * 60_000;

/** Runs one step with its output on the terminal and says what it counted. `extraArgs` are appended. */
export function runStep(step: Step, extraArgs: string[]): Totals {
  const [command = '', ...args] = step.command;
  const subjects = step.subjects ? globSync(step.subjects) : undefined;
  if (subjects?.length === 0) {
    console.log(`\n── ${step.name}: nothing to test yet`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  console.log(`\n── ${step.name}: ${[command, ...args, ...extraArgs].join(' ')}`);
  // An old report must not speak for a command that died before it wrote one.
  if (step.report) rmSync(step.report, { force: true });
  const result = spawnSync(command, [...args, ...extraArgs], { stdio: 'inherit', timeout: limitMs });
  if (result.error) console.error(`${step.name}: ${result.error.message}`);
  return readTotals(step.report, result.status === 0);
}
