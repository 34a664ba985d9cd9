import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stickerBodySchema } from '#protocol/entities/bodies/stickerBody.ts';
import { parseSticker, stickerKey, stickerPacks, toSticker, type StickerPack } from './stickerPacks.ts';
import { stickerWords } from './stickerWords.ts';

const all = Object.entries(stickerPacks).flatMap(([p, names]) => names.map((s) => ({ p: p as StickerPack, s })));

describe('packs of stickers', () => {
  it('hold twelve drawings of Tika, each once, with names the wire takes', () => {
    expect(all).toHaveLength(12);
    expect(new Set(all.map(stickerKey)).size).toBe(12);
    for (const sticker of all) expect(stickerBodySchema.safeParse(sticker).success).toBe(true);
  });

  it('know their own and nothing else', () => {
    for (const sticker of all) {
      expect(toSticker(sticker)).toEqual(sticker);
      expect(parseSticker(stickerKey(sticker))).toEqual(sticker);
    }
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (p, s) => {
        const isKnown = all.some((sticker) => sticker.p === p && sticker.s === s);
        expect(toSticker({ p, s }) !== undefined).toBe(isKnown);
      }),
    );
    for (const p of ['constructor', '__proto__', 'toString']) expect(toSticker({ p, s: 'love' })).toBeUndefined();
    for (const s of ['length', '0', 'map', 'Love']) expect(toSticker({ p: 'tika', s })).toBeUndefined();
  });

  it('have words in each of the five languages for every sticker', () => {
    const scripts = [
      /^[a-z' ]+$/,
      /\p{Script=Hiragana}|\p{Script=Katakana}/u,
      /\p{Script=Hangul}/u,
      /^\p{Script=Han}+$/u,
    ];
    for (const { s } of all)
      for (const script of scripts)
        expect(
          stickerWords[s].some((word) => script.test(word)),
          `${s} ${script}`,
        ).toBe(true);
  });
});
