import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import { diskMediaStore } from '#server/services/media/diskMediaStore.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { FileCopy } from '#server/storage/units/files/finishUpload.ts';

/** A drawn picture with its copies, as the server would have made them; any number of messages can have it, each under an id of its own. */
export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  /** thumbhash, base64 */
  readonly blur: string;
  readonly bytes: number;
  readonly copies: readonly FileCopy[];
}

/** Boxes of what people send: phones held upright and on their side, screens, squares, strips. */
const boxes = [
  [1_200, 1_600],
  [1_600, 1_200],
  [900, 1_950],
  [1_080, 1_080],
  [2_000, 600],
  [640, 480],
] as const;
const sizes = [320, 1_280] as const;

/** Draws pictures and puts them where the server of this data folder keeps its files. */
export async function drawPictures(dataDir: string): Promise<DrawnPicture[]> {
  const store = diskMediaStore(join(dataDir, 'media'));
  return await Promise.all(
    boxes.map(async ([width, height], at) => {
      const whole = await draw(width, height, at * 57);
      const copies: FileCopy[] = [];
      for (const size of ['o', ...sizes] as const) {
        const box = { width: Number(size), height: Number(size), fit: 'inside', withoutEnlargement: true } as const;
        const bytes = size === 'o' ? whole : await sharp(whole).resize(box).webp({ quality: 78 }).toBuffer();
        const key = `${createHash('sha256').update(bytes).digest('hex')}.${randomBytes(6).toString('base64url')}`;
        await store.put(key, bytes);
        copies.push({ size: String(size), key, type: 'image/webp', bytes: bytes.length });
      }
      return { width, height, blur: await blurOf(whole), bytes: whole.length, copies };
    }),
  );
}

/** A hill under a sun; the colour comes from `hue`. */
function draw(width: number, height: number, hue: number): Promise<Buffer> {
  const [x, y] = [width / 100, height / 100];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 60% 88%)"/><circle cx="${70 * x}" cy="${25 * y}" r="${8 * x}" fill="hsl(45 90% 75%)"/><path d="M0 ${70 * y}L${30 * x} ${35 * y}L${55 * x} ${65 * y}L${78 * x} ${45 * y}L${100 * x} ${72 * y}V${100 * y}H0z" fill="hsl(${hue} 40% 45%)"/></svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer();
}

async function blurOf(picture: Buffer): Promise<string> {
  const small = sharp(picture).resize(100, 100, { fit: 'inside' }).ensureAlpha().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** Writes one more file of this person that is ready, with this picture in it; answers the part of a message. */
export async function addPicture(tx: Tx, owner: UserId, picture: DrawnPicture): Promise<MediaPart> {
  const id = toMediaId(randomBytes(16).toString('base64url'));
  const { width, height, blur, bytes, copies } = picture;
  await tx.sql(
    `INSERT INTO files (id, owner_id, t, state, name, type, width, height, blur, length, bytes, kept_until, created_at)
      VALUES (?, ?, 'i', ${fileState.ready}, ?, 'image/webp', ?, ?, ?, ?, ?, ?, ?)`,
    [id, owner, 'hill.webp', width, height, blur, bytes, bytes, tx.now + 86_400_000, tx.now],
  );
  for (const { size, key, type, bytes: length } of copies) {
    await tx.sql('INSERT INTO stored_files (key, sum, touched_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
      key,
      key,
      tx.now,
    ]);
    await tx.sql('INSERT INTO file_copies (file_id, size, key, type, bytes) VALUES (?, ?, ?, ?, ?)', [
      id,
      size,
      key,
      type,
      length,
    ]);
  }
  return { id, t: 'i', z: bytes, w: width, h: height, b: blur };
}
