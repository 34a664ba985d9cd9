import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffPicture, type PictureKind } from './sniffPicture.ts';

const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } });
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('what a file is', () => {
  it.each<PictureKind>(['jpeg', 'png', 'gif', 'webp', 'avif'])('%s is known by its first bytes', async (kind) => {
    expect(sniffPicture(await blank().toFormat(kind).toBuffer())).toBe(kind);
  });

  it.each([
    ['nothing', ''],
    ['one byte', '\u00ff'],
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html><script>1</script>'],
    ['a document', '%PDF-1.7'],
    ['a sound in the container of WebP', 'RIFF\0\0\0\0WAVEfmt '],
    ['a film', '\0\0\0\u0018ftypmp42\0\0\0\0mp42isom'],
    ['a HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'],
    ['a container that ends in its header', '\0\0\0\u0018ftyp'],
  ])('%s is none of them', (_what, text) => {
    expect(sniffPicture(bytesOf(text))).toBeUndefined();
  });
});
