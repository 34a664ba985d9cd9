import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readFailures, readSecondTries } from './readFailures.ts';

const folder = mkdtempSync(join(tmpdir(), 'kabar-failures-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, report: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

it('names each failed test of both kinds of report, and files that do not load', () => {
  const failed = { status: 'failed', fullName: 'counts to three', failureMessages: ['expected 2\nat line 5'] };
  const testResults = [
    { name: `${process.cwd()}/src/a.test.ts`, status: 'failed', assertionResults: [{ status: 'passed' }, failed] },
    { name: '/elsewhere/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'works' }] },
  ];
  expect(readFailures(write('vitest.json', { testResults }))).toEqual([
    'src/a.test.ts: counts to three — expected 2 · at line 5',
    '/elsewhere/b.test.ts: the file itself — no such module',
  ]);
  const spec = (title: string, ok: boolean) => ({
    title,
    ok,
    tests: [{ results: [{ error: { message: 'late\n' } }] }],
  });
  const suites = [{ file: 'd.spec.ts', specs: [spec('x', true)], suites: [{ specs: [spec('y', false)] }] }];
  expect(readFailures(write('playwright.json', { suites }))).toEqual(['d.spec.ts: y — late']);
});

it('names each journey that passed only when it was tried again', () => {
  const spec = (title: string, ok: boolean, ...tries: object[]) => ({ title, ok, tests: [{ results: tries }] });
  const late = { error: { message: 'late' } };
  const suites = [
    { file: 'e.spec.ts', specs: [spec('x', true, {}), spec('y', true, late, {}), spec('z', false, late, late)] },
  ];
  const path = write('tries.json', { suites });
  expect(readSecondTries(path)).toEqual(['e.spec.ts: y — late']);
  expect(readFailures(path)).toEqual(['e.spec.ts: z — late']);
});

it('names each test of Vitest that passed only when it was tried again', () => {
  const passed = (fullName: string, ...failureMessages: string[]) => ({ status: 'passed', fullName, failureMessages });
  const testResults = [{ name: 'f.test.ts', status: 'passed', assertionResults: [passed('x'), passed('y', 'late')] }];
  const path = write('later.json', { testResults });
  expect(readSecondTries(path)).toEqual(['f.test.ts: y — late']);
  expect(readFailures(path)).toEqual([]);
});

it('says more than the class of an error, without colours', () => {
  const message = 'Error\n\n  \u001b[31mexpected 2\u001b[39m\n    at here\n    at there';
  const failed = { status: 'failed', fullName: 'x', failureMessages: [message] };
  const path = write('bare.json', {
    testResults: [{ name: 'g.test.ts', status: 'failed', assertionResults: [failed] }],
  });
  expect(readFailures(path)).toEqual(['g.test.ts: x — Error · expected 2 · at here']);
});

it('has nothing to say without a report', () => {
  expect(readFailures(join(folder, 'missing.json'))).toEqual([]);
  expect(readFailures(undefined)).toEqual([]);
});
