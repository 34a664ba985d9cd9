import { expect, test } from 'vitest';
import type { Translate } from '#client/parts/systemText.ts';
import { fieldText } from './fieldText.ts';

/** Shows which words were asked for, and with which number. */
const t = ((key: string, values?: { count?: number }) =>
  values?.count === undefined ? key : `${key} ${values.count}`) as unknown as Translate;

test.each([
  ['name', '', 'auth.problem.missingName'],
  ['name', 'x'.repeat(41), 'auth.problem.longName 40'],
  ['name', 'a\u0007b', 'auth.problem.badName'],
  ['name', 'Dewi 🌋', undefined],
  ['handle', ' ', 'auth.problem.missingHandle'],
  ['handle', 'de', 'auth.problem.shortHandle 3'],
  ['handle', 'd-', 'auth.problem.badHandle'],
  ['handle', 'x'.repeat(31), 'auth.problem.longHandle 30'],
  ['handle', 'Dewi.99', undefined],
  ['password', '', 'auth.problem.missingPassword'],
  ['password', 'kucing', 'auth.problem.shortPassword 4'],
  ['password', 'x'.repeat(257), 'auth.problem.longPassword 256'],
  ['password', '          ', undefined],
] as const)('%s %j: %s', (field, text, words) => {
  expect(fieldText(t, field, text)).toBe(words);
});
