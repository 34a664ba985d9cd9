import { AppError } from '#protocol/errors.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Storage } from '#server/storage/units.ts';
import type { UploadRow } from '#sync/changes.ts';

/** Half and whole files as they lie on the disk that all processes share: bytes by id. */
export type WorldDisk = Map<MediaId, number>;

/** What a device brings: `at`: the offset from which it sends `count` bytes; absent, it only asks how many are there. */
export interface BroughtBytes {
  readonly owner: UserId;
  readonly file: Pick<UploadRow, 'id' | 't' | 'bytes' | 'n'>;
  readonly at?: number;
  readonly count?: number;
}

/**
 * Takes bytes of a file as the server's path of uploads does, without the bytes: it is announced, goes on where it stopped, and is usable when all of it is there.
 * Answers how many are there. Throws STALE for an offset that is not the present one, and what refuses the file.
 */
export async function takeBytes(
  storage: Storage,
  disk: WorldDisk,
  { owner, file, at, count = 0 }: BroughtBytes,
): Promise<number> {
  const { id, t, bytes, n } = file;
  const begun = await storage.run('beginUpload', { id, owner, t, name: n ?? null, length: bytes, most: 1e12 });
  if (begun.isNew) disk.set(id, 0);
  if (begun.isReady) return bytes;
  const there = disk.get(id) ?? 0;
  if (at !== undefined && at !== there) throw new AppError('STALE');
  const now = Math.min(bytes, there + count);
  disk.set(id, now);
  if (now === bytes) await finish(storage, id, t, bytes);
  return now;
}

async function finish(storage: Storage, id: MediaId, t: string, bytes: number): Promise<void> {
  const { key } = await storage.run('holdStored', { sum: id, fresh: id });
  const type = t === 'i' ? 'image/jpeg' : 'application/octet-stream';
  const box = t === 'i' ? { width: 40, height: 30, blur: 'AAAA' } : { width: null, height: null, blur: null };
  await storage.run('finishUpload', { id, type, ...box, copies: [{ size: 'o', key, type, bytes }] });
}

/** The job that deletes what no message took, over this disk. */
export async function cleanDisk(storage: Storage, disk: WorldDisk): Promise<void> {
  for (let found = 100; found === 100;) {
    const ids = await storage.run('listDeadFiles', { limit: 100 });
    for (const id of ids) disk.delete(id);
    await storage.run('dropDeadFiles', { ids });
    found = ids.length;
  }
}
