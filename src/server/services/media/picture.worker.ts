import sharp, { type Sharp } from 'sharp';
import type { PictureFile, PictureAnswer, PictureJob, PictureReply } from './pictureMessages.ts';
import type { PictureKind } from './sniffPicture.ts';

/*
 * Reads pictures of strangers, in a process of its own: decoders are written in C, and a picture made to break one must break nothing else. It knows no
 * secret, opens no file, and is killed when it takes too long.
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

/** How the library calls the kinds. */
const formats: Record<PictureKind, string> = { jpeg: 'jpeg', png: 'png', gif: 'gif', webp: 'webp', avif: 'heif' };
/** WebP quality, 0–100: nobody sees a difference to the original at these sizes. */
const quality = 82;

process.on('message', (job: PictureJob) => {
  void answer(job).then(say);
});
say({ ready: true });
// Its server is gone.
process.on('disconnect', () => process.exit());

function say(reply: PictureReply): void {
  process.send?.(reply);
}

async function answer(job: PictureJob): Promise<PictureAnswer> {
  try {
    // The header first: what is too large is not even begun.
    const { format, width, height } = await open(job).metadata();
    if (format !== formats[job.kind]) return { ok: false, code: 'NOT_A_PICTURE' };
    if (width * height > job.pixelsMax) return { ok: false, code: 'TOO_LARGE' };
    return { ok: true, files: await makeFiles(job) };
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes('exceeds pixel limit');
    return { ok: false, code: isTooLarge ? 'TOO_LARGE' : 'NOT_A_PICTURE' };
  }
}

/** Of a moving picture only the first frame is read. Nothing that is broken is guessed at. */
const open = ({ bytes, pixelsMax }: PictureJob): Sharp =>
  sharp(bytes, { failOn: 'error', limitInputPixels: pixelsMax, animated: false });

/** Turned upright, cut to the middle square, in sRGB, without metadata. The smaller files are made of the largest. */
async function makeFiles(job: PictureJob): Promise<PictureFile[]> {
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
