import { describe, expect, test } from 'vitest';
import { createQrTools } from './createQrTools.ts';

const tools = createQrTools();
const link = 'https://kabar.example/join/q2W-8x_LmN0pQrStUvWxYz';

/** A photo of a code: `square` px for each square, on a ground of `ground`, with `around` px of something else beside it. */
async function takePicture(text: string, options: { square: number; around: number; ground?: string }): Promise<Blob> {
  const squares = await tools.encode(text);
  const { square, around, ground = '#fff' } = options;
  const side = (squares.length + 8) * square + 2 * around;
  const canvas = new OffscreenCanvas(side, side);
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  paper.fillStyle = '#7a6';
  paper.fillRect(0, 0, side, side);
  paper.fillStyle = ground;
  paper.fillRect(around, around, side - 2 * around, side - 2 * around);
  paper.fillStyle = '#141414';
  for (const [y, row] of squares.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) paper.fillRect(around + (x + 4) * square, around + (y + 4) * square, square, square);
  return canvas.convertToBlob({ type: 'image/png' });
}

describe('QR codes', () => {
  test.each([
    ['small', { square: 3, around: 0 }],
    ['usual', { square: 8, around: 60 }],
    ['of a camera with many pixels', { square: 40, around: 900 }],
    ['on grey paper', { square: 8, around: 30, ground: '#d8d4cc' }],
  ])('are read from the picture they were made into: %s', async (_name, options) => {
    expect(await tools.readPicture(await takePicture(link, options))).toBe(link);
  });

  test('have no edge of their own: three corners stand in the corners', async () => {
    const squares = await tools.encode(link);
    const last = squares.length - 1;
    expect([squares[0]?.[0], squares[0]?.[last], squares[last]?.[0]]).toEqual([true, true, true]);
    expect(squares.every((row) => row.length === squares.length)).toBe(true);
  });

  test('are not found in other pictures, nor in what is no picture', async () => {
    const plain = await new OffscreenCanvas(300, 200).convertToBlob().catch(() => new Blob());
    expect(await tools.readPicture(plain)).toBeUndefined();
    expect(await tools.readPicture(new Blob(['not a picture'], { type: 'image/png' }))).toBeUndefined();
    expect(await tools.readPicture(new Blob([]))).toBeUndefined();
  });
});
