import { readFile, writeFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { pictureFormats } from './pictureFormats.ts';
import { photoSides, type Photo, type PhotoCopy, type PhotoJob, type PhotoSize } from './pictureMessages.ts';

/** Longest side of the whole, px: more than a screen shows at once. */
const wholeMax = 4_096;
/** Of one that moves: encoding is slow, and it is looked at in a bubble. */
const movingMax = 1_280;
/** Longest side of what a blurred picture is made of, px: the most that its algorithm takes. */
const blurMax = 100;
/** WebP and JPEG quality, 0–100. The whole is what people keep. */
const quality = { whole: 88, small: 80, moving: 75 };

/** What is too large is refused with this. */
export class PhotoTooLarge extends Error {}

/** Pixels without anything else. */
interface Raw {
  readonly data: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** Makes the copies of a photo. Of the source only pixels are taken over, so nothing that hides in it comes along. Throws {@link PhotoTooLarge}, or whatever the decoder does about what is broken. */
export async function makePhoto(job: PhotoJob): Promise<Photo> {
  const bytes = await readFile(job.path);
  const open = (animated: boolean): Sharp =>
    sharp(bytes, { failOn: 'error', limitInputPixels: job.pixelsMax, animated });
  const head = await open(false).metadata();
  if (head.format !== pictureFormats[job.kind]) throw new Error('another format');
  const isMoving = checkSize(job, head);
  return isMoving ? makeMoving(job, open, head) : makeStill(job, open, head);
}

/** The header first: what is too large is not even begun. Answers whether it moves. */
function checkSize({ kind, pixelsMax, framesMax, sideMax }: PhotoJob, { width, height, pages = 1 }: Metadata): boolean {
  const isMoving = (kind === 'gif' || kind === 'webp') && pages > 1;
  const frames = isMoving ? pages : 1;
  if (Math.max(width, height) > sideMax || frames > framesMax || width * height * frames > pixelsMax)
    throw new PhotoTooLarge();
  return isMoving;
}

async function makeStill(job: PhotoJob, open: (animated: boolean) => Sharp, head: Metadata): Promise<Photo> {
  const whole = await toRaw(within(open(false).autoOrient(), wholeMax));
  // What was a photo stays one; what may be a drawing or see-through keeps its edges.
  const isJpeg = job.kind === 'jpeg' || (job.kind === 'avif' && !head.hasAlpha);
  const encoded = isJpeg
    ? sharp(whole.data, { raw: whole.raw }).jpeg({ quality: quality.whole, mozjpeg: false })
    : sharp(whole.data, { raw: whole.raw }).webp({ quality: quality.whole });
  const copies = [await write(job, 'o', await encoded.toBuffer(), isJpeg ? 'image/jpeg' : 'image/webp')];
  let larger = whole;
  for (const side of photoSides) {
    // oxlint-disable-next-line no-await-in-loop -- each is made of the one before
    larger = await toRaw(within(sharp(larger.data, { raw: larger.raw }), side));
    // oxlint-disable-next-line no-await-in-loop
    const small = await sharp(larger.data, { raw: larger.raw }).webp({ quality: quality.small }).toBuffer();
    // oxlint-disable-next-line no-await-in-loop
    copies.push(await write(job, `${side}`, small, 'image/webp'));
  }
  const { width, height } = whole.raw;
  return { width, height, blur: await blurOf(larger), copies };
}

/** One that moves is one file in both large sizes; the smallest stands still. */
async function makeMoving(job: PhotoJob, open: (animated: boolean) => Sharp, head: Metadata): Promise<Photo> {
  const scale = Math.min(1, movingMax / Math.max(head.width, head.height));
  const [width, height] = [head.width, head.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const moving = await open(true)
    .resize(width, height, { fit: 'fill' })
    .webp({ quality: quality.moving, effort: 2 })
    .toBuffer();
  const still = await toRaw(within(open(false), photoSides[1]));
  const small = await sharp(still.data, { raw: still.raw }).webp({ quality: quality.small }).toBuffer();
  const copies = [
    await write(job, 'o', moving, 'image/webp'),
    await write(job, '1280', moving, 'image/webp'),
    await write(job, '320', small, 'image/webp'),
  ];
  return { width, height, blur: await blurOf(still), copies };
}

const within = (picture: Sharp, side: number): Sharp =>
  picture.resize(side, side, { fit: 'inside', withoutEnlargement: true });

async function toRaw(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 } };
}

async function write({ path }: PhotoJob, size: PhotoSize, bytes: Buffer, type: string): Promise<PhotoCopy> {
  const copy = `${path}.${size}`;
  await writeFile(copy, bytes, { mode: 0o600 });
  return { size, path: copy, type };
}

async function blurOf({ data, raw }: Raw): Promise<string> {
  const small = await toRaw(within(sharp(data, { raw }), blurMax).ensureAlpha());
  return Buffer.from(rgbaToThumbHash(small.raw.width, small.raw.height, small.data)).toString('base64');
}
