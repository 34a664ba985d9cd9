import { randomBytes } from 'node:crypto';
import { pictureSizes, type MediaId, type MediaPurpose } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import { fileKey } from './fileKey.ts';
import type { MediaTools } from './mediaTools.ts';
import { sniffPicture } from './sniffPicture.ts';

/** A file as it came. `card`: from the server of a mini-app. */
export interface Upload {
  readonly owner: UserId;
  readonly purpose: MediaPurpose | 'card';
  readonly bytes: Uint8Array;
}

/**
 * Makes a square picture of an uploaded file and stores it, without anything that the file knew of its making (place, camera, time). Nothing uses it yet.
 * Throws TOO_LARGE (bytes, pixels, or too much work), NOT_A_PICTURE, BUSY.
 */
export async function uploadPicture(
  { storage }: Pick<ServiceContext, 'storage'>,
  tools: MediaTools,
  upload: Upload,
): Promise<MediaId> {
  const { owner, purpose, bytes } = upload;
  if (bytes.length > limits.pictureBytesMax) throw new AppError('TOO_LARGE');
  const kind = sniffPicture(bytes);
  if (!kind) throw new AppError('NOT_A_PICTURE');
  const files = await tools.maker.make(kind, bytes);
  const id = toMediaId(randomBytes(16).toString('base64url'));
  const [width, height] = [Math.max(...pictureSizes), Math.max(...pictureSizes)];
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  await storage.run('addMedia', { id, owner, purpose, type: 'image/webp', width, height, bytes: size });
  await Promise.all(files.map((file) => tools.store.put(fileKey(id, file.size), file.bytes)));
  return id;
}
