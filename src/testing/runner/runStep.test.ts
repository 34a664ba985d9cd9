import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { runStep, runStepInPipeline } from './runStep.ts';

const step = (script: string) => ({ name: 'a step', command: ['node', '-e', script] });

it('says how a command ended that counted nothing, and its last words', async () => {
  const { totals, failures } = await runStep(
    step(`console.log('at work'); console.error('out of memory'); process.exit(7)`),
    [],
  );
  expect(totals).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(failures[0]).toBe('ended with code 7');
  expect(failures.slice(1).toSorted()).toEqual(['  at work', '  out of memory']);
});

it('says by which signal a command was ended', async () => {
  const { failures } = await runStep(step(`process.kill(process.pid, 'SIGKILL')`), []);
  expect(failures).toEqual(['ended by SIGKILL']);
});

it('has nothing to say of what went well', async () => {
  expect(await runStep(step(`console.log('fine')`), [])).toEqual({
    totals: { passed: 0, failed: 0, skipped: 0 },
    failures: [],
  });
});

const folder = mkdtempSync(join(tmpdir(), 'kabar-step-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends at once when it is called for the first time, and counts one test at the second. */
function dyingOnce(counted: object) {
  const report = join(folder, 'report.json');
  const script = `
    const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
    const mark = ${JSON.stringify(join(folder, 'mark'))};
    mkdirSync(${JSON.stringify(folder)}, { recursive: true });
    if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(3); }
    writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(JSON.stringify(counted))});`;
  return { ...step(script), report };
}
const counted = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

it('runs once more in a pipeline what was cut off, and says so', async () => {
  vi.stubEnv('CI', 'true');
  const { totals, failures, firstTry } = await runStepInPipeline(dyingOnce(counted), []);
  expect({ totals, failures, firstTry }).toEqual({
    totals: { passed: 1, failed: 0, skipped: 0 },
    failures: [],
    firstTry: ['ended with code 3'],
  });
});

it('leaves that to the person who sits before the screen', async () => {
  vi.stubEnv('CI', '');
  const { totals, isCutOff } = await runStepInPipeline(dyingOnce(counted), []);
  expect({ totals, isCutOff }).toEqual({ totals: { passed: 0, failed: 1, skipped: 0 }, isCutOff: true });
});

it('does not try again what counted a failed test', async () => {
  vi.stubEnv('CI', 'true');
  const report = join(folder, 'failed.json');
  const script = `
    require('node:fs').mkdirSync(${JSON.stringify(folder)}, { recursive: true });
    require('node:fs').writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(JSON.stringify({ ...counted, numFailedTests: 1 }))});
    process.exit(1);`;
  const result = await runStepInPipeline({ ...step(script), report }, []);
  expect(result.totals).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(result.firstTry).toBeUndefined();
});
