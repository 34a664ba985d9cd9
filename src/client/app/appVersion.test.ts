import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appVersion } from './appVersion.ts';

test('the version that people see is the version of the package', () => {
  const text = readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8');
  expect((JSON.parse(text) as { version: string }).version).toBe(appVersion);
});
