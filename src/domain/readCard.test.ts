import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBodySchema } from '#protocol/entities/appCards.ts';
import { limits } from '#protocol/limits.ts';
import { readCard } from './readCard.ts';
import { plainLine } from './readCardHead.ts';

const whole = {
  x: 'Queue: A-47',
  app: 'antre',
  card: 'c1',
  v: 3,
  at: 1_000,
  words: {
    title: 'Dental clinic',
    text: 'About 18 minutes',
    picture: 'm:abcdefghijklmnopqrstuv',
    facts: [
      { label: 'Your number', value: 'A-47' },
      { label: 'Now', value: 'A-44' },
    ],
    share: 0.7,
    mark: { label: 'Soon', tone: 'good' },
    line: { values: [3, 2, 1], from: '24 Aug', to: 'Today' },
    code: { label: 'Coupon', value: 'PELAN-50K' },
    live: 1,
    buttons: [
      { do: 'open', label: 'Open', start: 'a-47' },
      { do: 'link', label: 'Map', url: 'https://maps.example/x?y=1#z' },
      { do: 'text', label: 'On my way', text: 'I am on my way' },
    ],
  },
};
const withWords = (words: object): unknown => ({ ...whole, words: { title: 'T', ...words } });
const wordsOf = (words: object): unknown => readCard(withWords(words))?.words;

describe('a card', () => {
  it('is read as the server wrote it', () => {
    expect(cardBodySchema.parse(whole)).toEqual(whole);
    expect(readCard(whole)).toEqual(whole);
  });

  it.each([
    undefined,
    null,
    'x',
    [],
    {},
    { ...whole, words: undefined },
    { ...whole, words: [] },
    { ...whole, app: 7 },
    { ...whole, app: '../evil' },
    { ...whole, words: { title: '' } },
    { ...whole, words: { title: '\u202E' } },
    { ...whole, words: { title: 3 } },
  ])('without an app and a title is none: %j', (body) => expect(readCard(body)).toBeUndefined());

  it('keeps what it understands', () => {
    expect(
      wordsOf({
        text: 7,
        picture: 'https://x.example/p.png',
        facts: [{ label: 'a' }, null, { label: 'b', value: 'c' }, { label: 'fourth', value: 'd' }],
        share: Number.NaN,
        mark: { label: 'Later', tone: 'sparkling' },
        line: { values: [1], from: 'a', to: 'b' },
        code: 'x',
        live: true,
        buttons: { do: 'open' },
        hologram: 1,
      }),
    ).toEqual({ title: 'T', facts: [{ label: 'b', value: 'c' }], mark: { label: 'Later', tone: 'plain' } });
  });

  it('holds a share between nothing and all', () => {
    expect([-1, 0.5, 9].map((share) => wordsOf({ share }))).toEqual([
      { title: 'T', share: 0 },
      { title: 'T', share: 0.5 },
      { title: 'T', share: 1 },
    ]);
  });

  it('draws no curve of anything but numbers', () => {
    const line = (values: unknown) => wordsOf({ line: { values, from: 'a', to: 'b' } });
    for (const values of [[1, '2'], [1, Infinity], [1, null], 'x', Array.from({ length: 91 }, () => 1)])
      expect(line(values)).toEqual({ title: 'T' });
  });
});

describe('a button of a card', () => {
  it.each([
    'http://x.example',
    'javascript:alert(1)',
    'https://',
    'https://bank.example@evil.example/',
    'https:\\\\x.example',
    'https://x.example/a b',
    `https://x.example/${'a'.repeat(1_000)}`,
    7,
  ])('leads nowhere but over TLS: %s', (url) =>
    expect(wordsOf({ buttons: [{ do: 'link', label: 'x', url }] })).toEqual({ title: 'T' }),
  );

  it('has words, a parameter in its form, and does something we know', () => {
    const buttons = [
      { do: 'open', label: 'Open', start: 'a b' },
      { do: 'pay', label: 'Pay' },
      { do: 'text', label: 'Say', text: '' },
    ];
    expect(wordsOf({ buttons })).toEqual({ title: 'T' });
    expect(
      wordsOf({
        buttons: [
          { do: 'open', label: ' ' },
          { do: 'open', label: 'A' },
        ],
      }),
    ).toEqual({
      title: 'T',
      buttons: [{ do: 'open', label: 'A' }],
    });
  });

  it('is one of three at most', () => {
    const buttons = Array.from({ length: 9 }, (_, n) => ({ do: 'open', label: `${n}` }));
    expect(readCard(withWords({ buttons }))?.words.buttons).toHaveLength(3);
  });
});

describe('words', () => {
  it('lose what turns the reading direction or breaks the line', () => {
    expect(plainLine(' a\u202Eb\u2066c\u200Fd\u061Ce\nf\u2028g ')).toBe('abcde f g');
    expect(readCard({ ...whole, x: 'evil\u202Egpj', words: { title: 'a\u202Eb' } })).toMatchObject({
      x: 'evilgpj',
      words: { title: 'ab' },
    });
  });

  it('end where the card has no more room, never inside of a character', () => {
    const title = readCard(withWords({ title: '😀'.repeat(90) }))?.words.title ?? '';
    expect(title.length).toBeLessThanOrEqual(limits.cardTitleMax);
    expect(title.isWellFormed()).toBe(true);
  });
});

it('never throws, and what it reads is a card by the contract', () => {
  const anything = fc.anything({ maxDepth: 4 });
  const near = fc.record(
    {
      ...{ x: anything, app: fc.constantFrom('antre', 'x', 5), card: fc.constant('c'), v: fc.nat(), at: fc.nat() },
      words: fc.record(
        {
          ...{ title: fc.string(), text: anything, facts: fc.array(anything), share: anything, mark: anything },
          ...{ line: anything, code: anything, live: anything, buttons: fc.array(anything), picture: anything },
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, near), (body) => {
      const card = readCard(body);
      if (card) expect(cardBodySchema.safeParse(card).error).toBeUndefined();
    }),
  );
});
