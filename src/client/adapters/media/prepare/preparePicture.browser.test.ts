import { describe, expect, test } from 'vitest';
import { jpegWithSecrets, pngWithSecrets, secrets, webpWithSecrets } from '#testing/browser/picturesWithSecrets.ts';
import { pictureBench } from './pictureBench.ts';
import { preparePicture } from './preparePicture.ts';
import { stripPicture } from './stripPicture.ts';

const toText = async (blob: Blob): Promise<string> => new TextDecoder('latin1').decode(await blob.arrayBuffer());
const found = async (blob: Blob): Promise<string[]> => {
  const text = await toText(blob);
  return [...secrets, 'Exif'].filter((secret) => text.includes(secret));
};
/** Where the red corner of the drawing is: its share of the width and height. */
async function corner(blob: Blob): Promise<string> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const isRed = (x: number, y: number): boolean => {
    const [, green = 255] = context?.getImageData(x, y, 1, 1).data ?? [];
    return green < 128;
  };
  const [right, bottom] = [bitmap.width - 3, bitmap.height - 3];
  const corners = {
    topLeft: [3, 3],
    topRight: [right, 3],
    bottomLeft: [3, bottom],
    bottomRight: [right, bottom],
  } as const;
  return `${bitmap.width}×${bitmap.height} ${Object.entries(corners)
    .filter(([, [x, y]]) => isRed(x, y))
    .map(([name]) => name)
    .join()}`;
}

describe.each([
  ['JPEG', 'image/jpeg', () => jpegWithSecrets(1)],
  ['PNG', 'image/png', pngWithSecrets],
  ['WebP', 'image/webp', webpWithSecrets],
] as const)('%s', (_name, type, make) => {
  test('carries its secrets before, and none of them after, in either quality', async () => {
    const file = new Blob([await make()], { type });
    expect((await found(file)).length).toBeGreaterThan(2);
    for (const quality of ['standard', 'original'] as const) {
      const made = await preparePicture(file, quality);
      expect(made).toMatchObject({ width: 80, height: 40 });
      expect(await found(made?.blob ?? new Blob())).toEqual([]);
      expect(await corner(made?.blob ?? new Blob())).toBe('80×40 topLeft');
    }
  });

  test('as an original keeps its kind, and every bit of the picture', async () => {
    const file = new Blob([await make()], { type });
    const made = await preparePicture(file, 'original');
    expect(made?.blob.type).toBe(type);
    const pixels = async (blob: Blob): Promise<Uint8ClampedArray | undefined> => {
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(80, 40);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, 80, 40).data;
    };
    expect(await pixels(made?.blob ?? new Blob())).toEqual(await pixels(file));
  });

  test('that ends too early, or lies about a length, is not taken for whole', async () => {
    const bytes = await make();
    for (let cut = 0; cut < 60; cut += 3) expect(() => stripPicture(bytes.slice(0, cut))).not.toThrow();
    const lying = bytes.slice();
    lying.fill(0xff, 14, 30);
    expect(() => stripPicture(lying)).not.toThrow();
  });
});

test('a picture that lies on its side is turned, in both qualities, and tells so no more', async () => {
  const expected = { 3: '80×40 bottomRight', 6: '40×80 topRight', 8: '40×80 bottomLeft', 2: '80×40 topRight' };
  for (const [turn, seen] of Object.entries(expected)) {
    const file = new Blob([await jpegWithSecrets(Number(turn))], { type: 'image/jpeg' });
    for (const quality of ['standard', 'original'] as const) {
      const made = await preparePicture(file, quality);
      expect(await corner(made?.blob ?? new Blob())).toBe(seen);
      expect(await found(made?.blob ?? new Blob())).toEqual([]);
    }
  }
});

test('standard is at most 2048 px, original keeps every pixel; both have a blur that fits the wire', async () => {
  const file = new Blob([await jpegWithSecrets(1, [3_000, 1_500])], { type: 'image/jpeg' });
  expect(await preparePicture(file, 'standard')).toMatchObject({ width: 2_048, height: 1_024 });
  const original = await preparePicture(file, 'original');
  expect(original).toMatchObject({ width: 3_000, height: 1_500 });
  expect(original?.blur.length).toBeLessThanOrEqual(64);
});

test('what is no picture is none, and the worker goes on with the next one', async () => {
  const bench = pictureBench();
  const [broken, whole] = await Promise.all([
    bench.prepare(new Blob(['no picture'], { type: 'image/png' }), 'standard'),
    bench.prepare(new Blob([await pngWithSecrets()], { type: 'image/png' }), 'standard'),
  ]);
  expect(broken).toBeUndefined();
  expect(whole).toMatchObject({ width: 80, height: 40 });
});
