import { rgbaToThumbHash } from 'thumbhash';
import { stripPicture } from './stripPicture.ts';

/** A picture ready to be sent: nothing in it tells where, when or with what it was made. */
export interface PreparedPicture {
  blob: Blob;
  /** px, as it is seen */
  width: number;
  height: number;
  /** thumbhash, base64 */
  blur: string;
}

/** `standard`: at most 2048 px, small; `original`: every pixel. */
export type PictureQuality = 'standard' | 'original';

const standardSide = 2_048;
const standardQuality = 0.82;
/** For what has to be drawn anew although every pixel is to stay: turned pictures, and kinds that browsers of others may not know. */
const originalQuality = 0.92;
/** Longest side of a thumbhash's picture, px. */
const blurSide = 100;

/**
 * Prepares a picture; undefined for what this browser cannot read as one. Standard: turned, at most 2048 px on its longest side, drawn anew as WebP (JPEG where the browser makes no
 * WebP), unless the stripped file is smaller and small enough as it is. Original: the file itself without what it tells of its making, bit by bit where it lies as it is seen and is JPEG,
 * PNG, WebP or GIF; else drawn anew in full size. Moving pictures are never drawn anew: they would stop.
 */
export async function preparePicture(file: Blob, quality: PictureQuality): Promise<PreparedPicture | undefined> {
  const stripped = stripPicture(new Uint8Array(await file.arrayBuffer()));
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap || bitmap.width * bitmap.height === 0) return undefined;
  try {
    const blur = makeBlur(bitmap);
    const plain = stripped && (stripped.turn === 1 || stripped.isMoving) ? stripped : undefined;
    const whole = plain && new Blob([plain.bytes], { type: plain.type });
    const { width, height } = bitmap;
    if (whole && (plain.isMoving || quality === 'original')) return { blob: whole, width, height, blur };
    const share = quality === 'original' ? 1 : Math.min(1, standardSide / Math.max(width, height));
    const drawn = await draw(bitmap, share, quality === 'original' ? originalQuality : standardQuality);
    if (whole && share === 1 && whole.size <= drawn.blob.size) return { blob: whole, width, height, blur };
    return { ...drawn, blur };
  } finally {
    bitmap.close();
  }
}

async function draw(
  bitmap: ImageBitmap,
  share: number,
  quality: number,
): Promise<Pick<PreparedPicture, 'blob' | 'width' | 'height'>> {
  const canvas = paint(bitmap, share);
  const { width, height } = canvas;
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  if (webp.type === 'image/webp') return { blob: webp, width, height };
  return { blob: await canvas.convertToBlob({ type: 'image/jpeg', quality }), width, height };
}

function paint(bitmap: ImageBitmap, share: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * share)),
    Math.max(1, Math.round(bitmap.height * share)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to be had');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The picture in about 25 bytes. Also for a frame of a film. */
export function makeBlur(bitmap: ImageBitmap): string {
  const canvas = paint(bitmap, Math.min(1, blurSide / Math.max(bitmap.width, bitmap.height)));
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  return btoa(String.fromCodePoint(...rgbaToThumbHash(width, height, pixels)));
}
