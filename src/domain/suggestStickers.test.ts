import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStickers } from './findStickers.ts';
import { nextOffer, noOffer, type WritingEvent } from './nextOffer.ts';
import { stickerPacks } from './stickerPacks.ts';
import { stickerWords } from './stickerWords.ts';
import { suggestStickers, suggestionsMax } from './suggestStickers.ts';

const words = Object.values(stickerWords).flat();
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .tuple(fc.string({ maxLength: 6 }), fc.constantFrom(...words), fc.constantFrom('', ' ', '!', '。', '\n'))
    .map((all) => all.join('')),
);
const event: fc.Arbitrary<WritingEvent> = fc.oneof(
  fc.constant<WritingEvent>({ type: 'compositionStart' }),
  fc.constant<WritingEvent>({ type: 'done' }),
  text.map((before): WritingEvent => ({ type: 'compositionEnd', before })),
  text.map((before): WritingEvent => ({ type: 'edit', before })),
);

describe('stickers offered while a text is written', () => {
  it('come and go at no moment of a composition', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let offer = noOffer;
        for (const each of events) {
          const next = nextOffer(offer, each);
          const isWithin = offer.isComposing && each.type === 'edit';
          if (isWithin || each.type === 'compositionStart') expect(next.names).toBe(offer.names);
          if (isWithin) expect(next).toBe(offer);
          offer = next;
        }
      }),
    );
  });

  it('are new only where a word is over, few, and each once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let offer = noOffer;
        for (const each of events) {
          const next = nextOffer(offer, each);
          const isNew = next.names.length > 0 && next.names !== offer.names;
          if (isNew)
            expect(
              each.type === 'compositionEnd' || /[^\p{L}\p{N}\p{M}'’]$/u.test('before' in each ? each.before : ''),
            ).toBe(true);
          expect(next.names.length).toBeLessThanOrEqual(suggestionsMax);
          expect(new Set(next.names).size).toBe(next.names.length);
          offer = next;
        }
      }),
    );
  });

  it.each(Object.entries(stickerWords))('%s comes first or second for each of its words', (name, own) => {
    for (const word of own) expect(suggestStickers(word).slice(0, 2), word).toContain(name);
  });

  it('stay while the next word is written, and go when the text is another', () => {
    const after = (...befores: string[]) =>
      befores.reduce((offer, before) => nextOffer(offer, { type: 'edit', before }), noOffer).names;
    expect(after('thanks')).toEqual([]);
    expect(after('thanks ')).toContain('thanks');
    expect(after('thanks ', 'thanks f', 'thanks fo')).toContain('thanks');
    expect(after('thanks ', 'thanks for ')).toEqual([]);
    expect(after('thanks ', 'thanks')).toEqual([]);
    expect(after('thanks ', 'x')).toEqual([]);
    expect(nextOffer(nextOffer(noOffer, { type: 'edit', before: 'ok! ' }), { type: 'done' }).names).toEqual([]);
  });

  it('know words by their end: Latin and Hangul whole, kana and Han anywhere, laughter of any length', () => {
    expect(suggestStickers('book')).toEqual([]);
    expect(suggestStickers('that is OK!!')).toContain('ok');
    expect(suggestStickers('hahahahahaha')).toContain('laugh');
    expect(suggestStickers('WKWKWKWK')).toContain('laugh');
    expect(suggestStickers('진짜ㅋㅋㅋㅋㅋㅋ')).toContain('laugh');
    expect(suggestStickers('昨日はありがとう')).toContain('thanks');
    expect(suggestStickers('ﾏｼﾞｻﾝｷｭｰ')).toContain('thanks');
    expect(suggestStickers('준비 와')).not.toContain('coffee');
    expect(suggestStickers('잠깐 커피')).toEqual(['coffee']);
    expect(suggestStickers('謝謝你！')).toContain('thanks');
    expect(suggestStickers('')).toEqual([]);
  });

  it('are found in the panel by any part of a word or of the description', () => {
    const all = stickerPacks.tika;
    expect(findStickers(all, '', () => '')).toEqual(all);
    expect(findStickers(all, 'ごめ', () => '')).toEqual(['sorry']);
    expect(findStickers(all, 'FLOWER', (name) => (name === 'thanks' ? 'a bunch of flowers' : ''))).toEqual(['thanks']);
    expect(findStickers(all, 'zzzz', () => '')).toEqual([]);
  });
});
