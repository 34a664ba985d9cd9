import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhraseMatch } from '#protocol/entities/moderation.ts';
import { compilePhrases, isSpacedScript, type Phrase, type PhraseHit } from './compilePhrases.ts';
import type { FoldedText } from './FoldedText.ts';
import { foldForMatch } from './foldForMatch.ts';
import { phraseSize } from './phraseSize.ts';

const find = (text: string, x: string, m: PhraseMatch = 'contains') =>
  compilePhrases([{ x, m }])
    .find(foldForMatch(text))
    .map(({ start, length }) => text.slice(start, start + length));

/** The same rules without an automaton: every phrase at every place, letter by letter. */
function findSlowly(phrases: readonly Phrase[], text: FoldedText): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (const [index, { x, m }] of phrases.entries()) {
    const own = foldForMatch(x);
    for (let from = 0; own.length > 0 && from + own.length <= text.length; from += 1) {
      const part = text.slice(from, from + own.length);
      if (part.every(({ char }, at) => char === own[at]?.char) && isMetSlowly(text, own, m, from)) {
        found.push([index, from, from + own.length]);
      }
    }
  }
  return found.toSorted(order);
}
const order = (one: number[], other: number[]): number =>
  (one[2] as number) - (other[2] as number) || (one[0] as number) - (other[0] as number);

function isMetSlowly(text: FoldedText, own: FoldedText, m: PhraseMatch, from: number): boolean {
  const to = from + own.length;
  const isCut = (at: number): boolean => at > 0 && at < text.length && text[at - 1]?.start === text[at]?.start;
  if (isCut(from) || isCut(to)) return false;
  if (m === 'only') return own.length === text.length;
  const isEdge = (at: number): boolean =>
    at === 0 || at === text.length || text[at]?.gap !== 0 || !isSpacedScript(text[at]) || !isSpacedScript(text[at - 1]);
  if (m === 'word' && !(isEdge(from) && isEdge(to))) return false;
  const inner = [...own.keys()].slice(1);
  if (inner.length > 0 && inner.every((at) => text[from + at]?.gap !== 0)) return true;
  return inner.every(
    (at) =>
      text[from + at]?.gap !== 2 ||
      own[at]?.gap === 2 ||
      !isSpacedScript(text[from + at]) ||
      !isSpacedScript(text[from + at - 1]),
  );
}

const char = fc.constantFrom(
  ...Array.from('aabbclliI10 .-@$|がか\u3099ガｶﾞカ간가나ㄱㅏㄴ각'.normalize('NFC')),
  'a\u0301',
  '\u200b',
  '\u202e',
  '한'.normalize('NFD'),
  'а',
);
const textOf = (maxLength: number) => fc.array(char, { maxLength }).map((chars) => chars.join(''));
const phraseOf = fc.record({ x: textOf(5), m: fc.constantFrom<PhraseMatch>('contains', 'word', 'only') });

describe('the phrase matcher', () => {
  it('finds what a slow search finds', () => {
    fc.assert(
      fc.property(fc.array(phraseOf, { maxLength: 8 }), textOf(30), (phrases, text) => {
        const folded = foldForMatch(text);
        const found = compilePhrases(phrases)
          .find(folded)
          .map(({ phrase, from, to }: PhraseHit) => [phrase, from, to])
          .toSorted(order);
        expect(found).toEqual(findSlowly(phrases, folded));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a phrase inside any text around it, and names a part of the text that folds to it', () => {
    fc.assert(
      fc.property(textOf(6), textOf(6), fc.string({ maxLength: 5 }), (before, after, phrase) => {
        const units = foldForMatch(phrase);
        if (units.length === 0 || units[0]?.gap !== 0) return;
        const text = `${before}。 ${phrase} 。${after}`;
        const folded = foldForMatch(text);
        const hits = compilePhrases([{ x: phrase, m: 'contains' }]).find(folded);
        expect(hits.length).toBeGreaterThan(0);
        const letters = (of: FoldedText): string => of.map(({ char }) => char).join('');
        // Read where it stands: a sign alone is no letter, inside a word it may be ("a@a").
        for (const { from, to, length } of hits) {
          expect(letters(folded.slice(from, to))).toBe(letters(units));
          expect(length).toBeGreaterThan(0);
        }
      }),
      { examples: [['', 'a@a', 'A']] },
    );
  });

  it.each([
    ['ｶﾝﾀﾝ副業', 'かんたん副業はこちら', 'かんたん副業'],
    ['ｶﾝﾀﾝ副業', '【カンタン副業】月30万', 'カンタン副業'],
    ['간단', 'ㄱㅏㄴㄷㅏㄴ 부업', 'ㄱㅏㄴㄷㅏㄴ'],
    ['간단', '간단'.normalize('NFD'), '간단'.normalize('NFD')],
    ['간단', '간 단', '간 단'],
    ['viagra', 'V1.A-G-RA now', 'V1.A-G-RA'],
    ['cash', 'more c@$h', 'c@$h'],
    ['viagra', 'buy v\u200bi\u200bа\u202egr\u00e1', 'v\u200bi\u200bа\u202egr\u00e1'],
    ['free money', 'FREE   MONEY!!', 'FREE   MONEY'],
    ['free money', 'freemoney', 'freemoney'],
    ['free', 'f r e e', 'f r e e'],
    ['free', '🇫🇷🇪🇪', '🇫🇷🇪🇪'],
    ['free', 'ｆｒｅｅ', 'ｆｒｅｅ'],
    ['ガチ', 'ｶﾞﾁで', 'ｶﾞﾁ'],
    ['代購 私訊', '代購私訊我', '代購私訊'],
    ['wa.me/', 'https://wa.me/628', 'wa.me'],
    ['jual akun', 'JUAL-AKUN murah', 'JUAL-AKUN'],
    ['paypal', 'раураӏ', 'раураӏ'],
  ])('finds %s in %s', (phrase, text, part) => {
    expect(find(text, phrase)).toEqual([part]);
  });

  it.each([
    ['かな', 'がな'],
    ['가나', '간아'],
    ['간', '가나다'],
    ['100', 'loo'],
    ['egg', 'the gg'],
    ['ana', '@an a'],
    ['a.*b', 'axxb'],
    ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaa!'.replace('a', 'b')],
  ])('does not find %s in %s', (phrase, text) => {
    expect(find(text, phrase)).toEqual([]);
  });

  it('takes signs of regular expressions for what they are', () => {
    for (const sign of ['.*', '[ab', '(?:', 'a|b', '^x$', '\\d+', 'a{2,}', '(((('])
      expect(() => find('anything [ab (?:', sign)).not.toThrow();
    expect(find('50% off (new)', '(new)')).toEqual(['new']);
  });

  it('keeps to words and to whole texts where a phrase says so', () => {
    expect(find('big gun', 'gun', 'word')).toEqual(['gun']);
    expect(find('begun', 'gun', 'word')).toEqual([]);
    expect(find('gg!', 'gg', 'only')).toEqual(['gg']);
    expect(find('gg all', 'gg', 'only')).toEqual([]);
    expect(find('これは副業です', '副業', 'word')).toEqual(['副業']);
  });

  it('takes time that grows with the text alone', () => {
    const phrases = Array.from({ length: 200 }, (_, n): Phrase => ({ x: 'a'.repeat((n % 19) + 2), m: 'contains' }));
    const matcher = compilePhrases(phrases.slice(0, 19));
    const measure = (length: number) => {
      const folded = foldForMatch('a'.repeat(length));
      // The thread's own time: by the clock a busy machine makes any piece long.
      const start = process.threadCpuUsage();
      matcher.find(folded);
      return process.threadCpuUsage(start).user / 1_000;
    };
    measure(5_000);
    // By turns, and the best of many: on a busy machine single pieces take several times as long, whoever counts.
    const turns = Array.from({ length: 8 }, () => [measure(5_000), measure(50_000)] as const);
    const [short, long] = [Math.min(...turns.map(([time]) => time)), Math.min(...turns.map(([, time]) => time))];
    // Ten times the text; quadratic work would be a hundred times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 40);
  });
});

describe('folding', () => {
  it('names a place in the text for every letter, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        let last = 0;
        for (const { start, end } of foldForMatch(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  it('gives the same letters for composed, decomposed and wide text', () => {
    const letters = (text: string) => foldForMatch(text).map(({ char: letter }) => letter);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('aéöñがぱ한글각ㄱABC1 ')), maxLength: 20 }),
        (text) => {
          expect(letters(text.normalize('NFD'))).toEqual(letters(text.normalize('NFC')));
          expect(letters(text.toUpperCase())).toEqual(letters(text));
          expect(letters(Array.from(text).join('\u200d'))).toEqual(letters(text));
        },
      ),
    );
  });

  it('counts characters of a phrase as people do', () => {
    expect(phraseSize('간단')).toBe(2);
    expect(phraseSize('ｶﾞﾁ')).toBe(2);
    expect(phraseSize(' ..\u200b ')).toBe(0);
    expect(phraseSize('a b-c')).toBe(3);
  });
});
