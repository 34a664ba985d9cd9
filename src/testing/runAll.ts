import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readSecondTries } from './runner/readFailures.ts';
import { runStepInPipeline, type StepResult } from './runner/runStep.ts';
import type { Step } from './runner/Step.ts';
import { resultsFolder, testSteps } from './runner/testSteps.ts';
import type { Totals } from './runner/Totals.ts';

// `npm test`, `npm run check` and `npm run e2e -- <arguments of Playwright>`: runs the steps one after another,
// goes on after a failure so that one run shows everything, and ends with the sum of all tests.

const [first = 'all', ...rest] = process.argv.slice(2);
if (!(first in testSteps)) {
  console.error(`Unknown step "${first}": use one of ${Object.keys(testSteps).join(', ')}, or none for all`);
  process.exit(2);
}
const steps = testSteps[first as keyof typeof testSteps];
mkdirSync(resultsFolder, { recursive: true });

const hasBrowser =
  !steps.some((step) => step.needsBrowser) ||
  spawnSync('node', ['src/testing/browser/ensureBrowser.ts'], { stdio: 'inherit' }).status === 0;
const counted: (StepResult & { step: Step; seconds: number })[] = [];
for (const step of steps) {
  const begin = performance.now();
  const result = canRun(step) ? await runStepInPipeline(step, step.name === first ? rest : []) : withoutBrowser(step);
  counted.push({ step, ...result, seconds: Math.round((performance.now() - begin) / 1_000) });
}

console.log('');
for (const { step, failures } of counted) for (const line of failures) console.log(`✗ ${step.name}: ${line}`);
for (const { step, firstTry = [] } of counted)
  for (const line of [...firstTry, ...readSecondTries(step.report)])
    console.log(`~ ${step.name}, only when tried again: ${line}`);
for (const { step, totals, seconds } of counted)
  console.log(`${totals.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(14)} ${toSentence(totals)}, in ${seconds} s`);
const sum = counted.reduce((total, { totals }) => add(total, totals), { passed: 0, failed: 0, skipped: 0 });
writeFileSync(`${resultsFolder}/totals.txt`, `${toSentence(sum)}\n`);
console.log(toSentence(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;

function canRun(step: Step): boolean {
  return hasBrowser || !step.needsBrowser;
}

/** On a developer's machine a missing browser skips; in a pipeline it fails, because nobody reads what was skipped. */
function withoutBrowser(step: Step): StepResult {
  const what = 'there is no Chromium';
  console.log(`\n── ${step.name}: ${what}`);
  if (process.env['CI']) return { totals: { passed: 0, failed: 1, skipped: 0 }, failures: [what] };
  return { totals: { passed: 0, failed: 0, skipped: 1 }, failures: [] };
}

function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function toSentence({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
