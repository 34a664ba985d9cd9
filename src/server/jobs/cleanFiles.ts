import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import type { Storage } from '#server/storage/units.ts';

/** Rows per step. */
const batch = 100;
/** A half file without an upload is left alone this long, ms: it may have begun after the list was made. */
const youngMs = 3_600_000;

/**
 * Deletes uploads that were not finished or that no message has, a day after their time; then what lies in the store without a copy that needs it; then half files that were left over. In each step the bytes go
 * first and the row after them, so that an end in the middle leaves nothing behind that is not found again. `now`: clock of the file system, ms.
 */
export async function cleanFiles(
  storage: Storage,
  { store, uploads }: Pick<MediaTools, 'store' | 'uploads'>,
  now: () => number = Date.now,
): Promise<void> {
  let found = batch;
  while (found === batch) {
    const ids = await storage.run('listDeadFiles', { limit: batch });
    for (const id of ids) await rm(join(uploads, id), { force: true });
    await storage.run('dropDeadFiles', { ids });
    found = ids.length;
  }
  found = batch;
  while (found === batch) {
    const keys = await storage.run('listLooseStored', { limit: batch });
    for (const key of keys) await store.delete(key);
    await storage.run('dropStored', { keys });
    found = keys.length;
  }
  await cleanHalves(storage, uploads, now);
}

async function cleanHalves(storage: Storage, folder: string, now: () => number): Promise<void> {
  const names = await readdir(folder).catch(toNone);
  for (let from = 0; from < names.length; from += batch) {
    const part = names.slice(from, from + batch);
    const ids = await storage.run('listOpenUploads', { ids: part.map((name) => name.split('.')[0] ?? '') });
    const open = new Set(ids);
    for (const name of part) {
      const path = join(folder, name);
      // The copies of a picture lie beside it only while it is being made.
      const age = await stat(path).then(({ mtimeMs }) => now() - mtimeMs, toYoung);
      if (!open.has(name) && age > youngMs) await rm(path, { force: true });
    }
  }
}

function toNone(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}

function toYoung(error: unknown): number {
  if (isMissing(error)) return 0;
  throw error;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
