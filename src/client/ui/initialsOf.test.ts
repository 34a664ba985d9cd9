import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialsOf } from './initialsOf.ts';

test.each([
  ['Dewi Larasati', 'DL'],
  ['dewi', 'D'],
  ['Ana Maria da Silva', 'AS'],
  ['青島みのり', '青'],
  ['윤하늘', '윤'],
  ['青島 Minori', '青'],
  ['🛵 riders', '🛵'],
  ['"Ibu"', 'I'],
  ['Film Pelan · 慢速底片', 'F'],
  ['', '?'],
  ['   ', '?'],
] as const)('%j gives %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('never more than two graphemes and never nothing', () => {
  const count = (text: string) => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const initials = initialsOf(name);
      expect(initials).not.toBe('');
      // Upper case may be longer than lower case ("ß" is "SS").
      expect(count(initials)).toBeLessThanOrEqual(6);
    }),
  );
});
