import type { PictureQuality, PreparedPicture } from './preparePicture.ts';

/** To the worker of pictures: prepare a file, or make the blur of a frame, which is handed over. */
export type PictureOrder = { id: number; file: Blob; quality: PictureQuality } | { id: number; frame: ImageBitmap };

/** From it; neither where the picture cannot be read. */
export interface PictureAnswer {
  id: number;
  picture?: PreparedPicture;
  blur?: string;
}
