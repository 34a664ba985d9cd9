import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import { limits } from '#protocol/limits.ts';
import { uploadKeptMs as keptMs } from '#server/storage/units/files/fileTimes.ts';

/** How long an upload may take, ms. */
export const uploadKeptMs = keptMs;

/** Most bytes of an upload, by what it is said to be. */
export const uploadLimits: Record<MediaType, number> = {
  i: limits.imageBytesMax,
  v: limits.fileBytesMax,
  a: limits.voiceBytesMax,
  f: limits.fileBytesMax,
};
