import { squareOf, type Crop } from './clampCrop.ts';
import type { OpenedPicture } from './openPicture.ts';

/** Side of what is sent, px at most: twice what anything shows. */
const sideMax = 1_024;
const quality = 0.9;

/**
 * Draws the chosen square anew, at most 1,024 px wide. Only its pixels are left: place, camera and time of the file never leave the device. WebP, or JPEG where the
 * browser writes none.
 */
export async function cutPicture(picture: OpenedPicture, crop: Crop): Promise<Blob> {
  const { left, top, side } = squareOf(picture, crop);
  const size = Math.max(1, Math.min(sideMax, Math.round(side)));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.image, left, top, side, side, 0, 0, size, size);
  const webp = await toBlob(canvas, 'image/webp');
  return webp.type === 'image/webp' ? webp : toBlob(canvas, 'image/jpeg');
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
      type,
      quality,
    );
  });
}
