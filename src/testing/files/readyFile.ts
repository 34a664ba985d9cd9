import { randomBytes } from 'node:crypto';
import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Storage } from '#server/storage/units.ts';
import { newMediaId } from './uploadFile.ts';

/** A finished upload of somebody, as rows: for tests that need no bytes. */
export async function readyFile(storage: Storage, owner: UserId, t: MediaType = 'i'): Promise<MediaId> {
  const id = newMediaId();
  await storage.run('beginUpload', { id, owner, t, name: 'sea.jpg', length: 100, most: 1e9 });
  const sum = randomBytes(32).toString('hex');
  const { key } = await storage.run('holdStored', { sum, fresh: sum });
  const type = t === 'i' ? 'image/jpeg' : 'application/octet-stream';
  const box = t === 'i' ? { width: 40, height: 30, blur: 'AAAA' } : { width: null, height: null, blur: null };
  await storage.run('finishUpload', { id, type, ...box, copies: [{ size: 'o', key, type, bytes: 90 }] });
  return id;
}
