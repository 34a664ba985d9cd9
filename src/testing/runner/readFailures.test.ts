import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readFailures } from './readFailures.ts';

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
    'src/a.test.ts: counts to three — expected 2',
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

it('has nothing to say without a report', () => {
  expect(readFailures(join(folder, 'missing.json'))).toEqual([]);
  expect(readFailures(undefined)).toEqual([]);
});
