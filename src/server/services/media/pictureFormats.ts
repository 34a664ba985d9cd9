import type { PictureKind } from './sniffPicture.ts';

/** How the picture library calls the kinds. */
export const pictureFormats: Record<PictureKind, string> = {
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'heif',
};
