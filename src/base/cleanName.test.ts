import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanName } from './cleanName.ts';

it.each([
  [' Ana ', 'Ana'],
  ['\u202eanA', 'anA'],
  ['Ana\u2067 Ben\u2069', 'Ana Ben'],
  ['A\u200bn\ufeffa', 'Ana'],
  ['\u3164', ''],
  ['\u200d\u200d\u200c', ''],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  [
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Ann',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Ann',
  ],
  ['Ann\u{e0067}\u{e007f}', 'Ann'],
  ['神\ufa19', '神\ufa19'],
  ['cafe\u0301', 'cafe\u0301'],
])('%j becomes %j', (given, kept) => expect(cleanName(given)).toBe(kept));

it('with ten thousand marks on a letter keeps a few', () => {
  expect(cleanName(`z${'\u0335\u0316'.repeat(5_000)}e`)).toMatch(/^z\p{M}{4}e$/u);
});

it('that floods with what shows nothing is short', () => {
  expect(cleanName(`${'\u200d'.repeat(10_000)}a${'\u200b'.repeat(10_000)}`)).toBe('a');
});

it('never turns letters around, and is clean after one cleaning', () => {
  const odd = fc.constantFrom(
    ' ',
    '\u202e',
    '\u2066',
    '\u0301',
    '\u200d',
    '\u200b',
    'a',
    '한',
    'ع',
    '🏴',
    '\u{e0067}',
    '\u3164',
  );
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd, { maxLength: 200 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(names, (name) => {
      const cleaned = cleanName(name);
      expect(cleaned).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff]|\p{M}{5}/u);
      expect(cleanName(cleaned)).toBe(cleaned);
    }),
    { numRuns: 500 },
  );
});
