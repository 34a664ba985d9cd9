import sharp, { type Sharp } from 'sharp';
import { pictureFormats } from './pictureFormats.ts';
import { makePhoto, PhotoTooLarge } from './makePhoto.ts';
import type {
  LinkJob,
  PhotoJob,
  PictureFile,
  PictureAnswer,
  PictureJob,
  PictureReply,
  SmallPicture,
  SquareJob,
} from './pictureMessages.ts';

/*
 * Reads pictures of strangers, in a process of its own: decoders are written in C, and a picture made to break one must break nothing else. It knows no
 * secret, opens no file but the one it is given, and is killed when it takes too long.
 */

// The job is one at a time; remembered results would only cost memory.
sharp.cache(false);
sharp.concurrency(1);
// Of the many things that the library can read, only these are let near it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

/** WebP quality, 0–100: nobody sees a difference to the original at these sizes. */
const quality = 82;

process.on('message', (job: PictureJob) => {
  void ('path' in job ? answerPhoto(job) : answer(job)).then(say);
});
say({ ready: true });
// Its server is gone.
process.on('disconnect', () => process.exit());

function say(reply: PictureReply): void {
  process.send?.(reply);
}

async function answerPhoto(job: PhotoJob): Promise<PictureAnswer> {
  try {
    return { ok: true, photo: await makePhoto(job) };
  } catch (error) {
    return { ok: false, code: error instanceof PhotoTooLarge || isOverLimit(error) ? 'TOO_LARGE' : 'NOT_A_PICTURE' };
  }
}

const isOverLimit = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('exceeds pixel limit');

async function answer(job: SquareJob | LinkJob): Promise<PictureAnswer> {
  try {
    // The header first: what is too large is not even begun.
    const { format, width, height } = await open(job).metadata();
    if (format !== pictureFormats[job.kind]) return { ok: false, code: 'NOT_A_PICTURE' };
    if (width * height > job.pixelsMax) return { ok: false, code: 'TOO_LARGE' };
    return 'side' in job ? { ok: true, small: await makeSmall(job) } : { ok: true, files: await makeFiles(job) };
  } catch (error) {
    return { ok: false, code: isOverLimit(error) ? 'TOO_LARGE' : 'NOT_A_PICTURE' };
  }
}

/** Of a moving picture only the first frame is read. Nothing that is broken is guessed at. */
const open = ({ bytes, pixelsMax }: SquareJob | LinkJob): Sharp =>
  sharp(bytes, { failOn: 'error', limitInputPixels: pixelsMax, animated: false });

/** Turned upright, cut to the middle square, in sRGB, without metadata. The smaller files are made of the largest. */
async function makeFiles(job: SquareJob): Promise<PictureFile[]> {
  const sides = job.sizes.toSorted((one, other) => other - one);
  const [most = 1] = sides;
  const { data, info } = await open(job)
    .autoOrient()
    .resize(most, most, { fit: 'cover' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const files: PictureFile[] = [];
  for (const size of sides) {
    const bytes = await sharp(data, { raw }).resize(size, size).webp({ quality }).toBuffer();
    files.push({ size, bytes });
  }
  return files;
}

/** Turned upright, whole, in sRGB, without metadata. */
async function makeSmall(job: LinkJob): Promise<SmallPicture> {
  const { data, info } = await open(job)
    .autoOrient()
    .resize(job.side, job.side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: data };
}
