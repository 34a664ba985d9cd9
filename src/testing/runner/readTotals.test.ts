import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTotals } from './readTotals.ts';

const folder = mkdtempSync(join(tmpdir(), 'kabar-totals-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, report: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe('readTotals', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

  it('reads both kinds of report', () => {
    expect(readTotals(write('vitest.json', vitest), true)).toEqual({ passed: 7, failed: 0, skipped: 3 });
    const stats = { expected: 4, unexpected: 2, flaky: 1, skipped: 3 };
    expect(readTotals(write('playwright.json', { stats }), false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('never turns a broken step green', () => {
    expect(readTotals(write('unloaded.json', vitest), false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
    expect(readTotals(join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(readTotals(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts nothing for a check that passed', () => {
    expect(readTotals(undefined, true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
