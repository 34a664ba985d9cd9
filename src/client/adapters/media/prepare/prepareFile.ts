import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { limits } from '#protocol/limits.ts';
import type { PictureBench } from './pictureBench.ts';
import type { PictureQuality } from './preparePicture.ts';
import { readVideo } from './readVideo.ts';

/** A file ready to be sent: its bytes, and what is told of it. */
export interface PreparedFile {
  blob: Blob;
  part: Omit<MediaPart, 'id' | 'n'>;
}

/** Why a file cannot be sent, whatever is done: it is empty, or too large. */
export type FileProblem = 'empty' | 'tooLarge';

/** Types that are read as pictures or films; what cannot be read after all travels as a file. */
const pictureTypes = /^image\/(?!svg)/;
const videoTypes = /^video\//;

/** Prepares one file. A picture that is too large as it is goes in standard size. */
export async function prepareFile(
  file: Blob,
  quality: PictureQuality,
  bench: PictureBench,
): Promise<PreparedFile | { problem: FileProblem }> {
  if (file.size === 0) return { problem: 'empty' };
  if (file.size > limits.fileBytesMax) return { problem: 'tooLarge' };
  if (pictureTypes.test(file.type)) {
    const made = await prepareAsPicture(file, quality, bench);
    if (made) return made;
  }
  if (videoTypes.test(file.type)) {
    const made = await prepareAsVideo(file, bench);
    if (made) return made;
  }
  return { blob: file, part: { t: 'f', z: file.size, ...(file.type === '' ? {} : { m: file.type.slice(0, 100) }) } };
}

async function prepareAsPicture(
  file: Blob,
  quality: PictureQuality,
  bench: PictureBench,
): Promise<PreparedFile | undefined> {
  const made = await bench.prepare(file, quality);
  if (!made) return undefined;
  const { blob, width: w, height: h, blur: b } = made;
  const isTooBig =
    blob.size > limits.imageBytesMax || Math.max(w, h) > limits.pictureSideMax || w * h > limits.picturePixelsMax;
  if (isTooBig) return quality === 'original' ? prepareAsPicture(file, 'standard', bench) : undefined;
  return { blob, part: { t: 'i', z: blob.size, w, h, b, m: blob.type } };
}

async function prepareAsVideo(file: Blob, bench: PictureBench): Promise<PreparedFile | undefined> {
  const facts = await readVideo(file);
  if (!facts || Math.max(facts.width, facts.height) > limits.pictureSideMax) return undefined;
  const { width: w, height: h, duration } = facts;
  const b = facts.frame && (await bench.blur(facts.frame));
  const d = Math.min(duration, limits.mediaMsMax);
  return { blob: file, part: { t: 'v', z: file.size, w, h, d, m: file.type.slice(0, 100), ...(b ? { b } : {}) } };
}
