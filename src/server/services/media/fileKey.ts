import type { MediaId, PictureSize } from '#protocol/entities/media.ts';

/** Under which key a picture's file of a size lies in the store. */
export const fileKey = (id: MediaId, size: PictureSize): string => `${id}-${size}.webp`;
