import { describe, expect, it } from 'vitest';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { faceColours, faceId, parseFace, pictureOf, toPicture } from './faceId.ts';

const picture = toMediaId('AAAAAAAAAAAAAAAAAAAA-_');

describe('a face', () => {
  it('without a choice takes its colour from the id', () => {
    expect(parseFace(faceId(42))).toEqual({ hue: '42' });
    expect(parseFace(faceId(42, {}))).toEqual({ hue: '42' });
  });

  it('with a chosen colour is that colour', () => {
    for (const colour of faceColours) expect(parseFace(faceId(42, { av: colour }))).toEqual({ hue: colour });
  });

  it('with a picture keeps the colour of the id for its initials', () => {
    expect(parseFace(faceId(42, { av: toPicture(picture) }))).toEqual({ hue: '42', picture });
  });
});

describe('the picture that the wire names', () => {
  it('is none for colours, for nothing and after it was taken away', () => {
    for (const av of ['c0', 'c11', '', undefined, null]) expect(pictureOf(av)).toBeUndefined();
  });

  it('comes back as it was named', () => {
    expect(pictureOf(toPicture(picture))).toBe(picture);
  });
});
