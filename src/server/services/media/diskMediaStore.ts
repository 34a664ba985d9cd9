import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { LocalFile, MediaStore } from './mediaStore.ts';

/** Names in the folder of unfinished files are older than this only if their writer has died, ms. */
const abandonedMs = 3_600_000;
/** In the folder, beside the two-letter folders of the files. */
const unfinishedName = '.unfinished';

/** A {@link MediaStore} in a folder of this machine: `<first two letters>/<key>`. The folder is made at the first file; `now`: clock of the file system, ms. */
export function diskMediaStore(folder: string, now: () => number = Date.now): MediaStore {
  const unfinished = join(folder, unfinishedName);
  const pathOf = (key: string): string => {
    invariant(/^[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]+)*$/.test(key), 'a key is one path segment');
    return join(folder, key.slice(0, 2), key);
  };
  let isSwept = false;
  const sweep = async (): Promise<void> => {
    if (isSwept) return;
    isSwept = true;
    for (const name of await readdir(unfinished)) {
      const path = join(unfinished, name);
      const age = await stat(path).then(({ mtimeMs }) => now() - mtimeMs, toNothing);
      if (age !== undefined && age > abandonedMs) await rm(path, { force: true });
    }
  };
  return {
    async put(key, source) {
      const path = pathOf(key);
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await sweep();
      const half = join(unfinished, randomUUID());
      try {
        await (source instanceof Uint8Array ? writeSynced(half, source) : takeSynced(half, source));
        await rename(half, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(half, { force: true });
        throw isFull(error) ? new AppError('UNAVAILABLE', { message: 'no room for files', cause: error }) : error;
      }
    },
    async get(key, range) {
      const file = await open(pathOf(key)).catch(toNothing);
      if (!file) return undefined;
      try {
        const { size } = await file.stat();
        return { size, stream: file.createReadStream(range && { start: range.first, end: range.last }) };
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A second name for the same bytes costs nothing; where the file lies on another disk, or the system knows no second names, they are copied. */
async function takeSynced(path: string, source: LocalFile): Promise<void> {
  await link(source.path, path).catch((error: unknown) => {
    const isPossible = hasCode(error, 'EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS');
    if (isPossible) return copyFile(source.path, path);
    throw error;
  });
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const isFull = (error: unknown): boolean => hasCode(error, 'ENOSPC', 'EDQUOT');
const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** A new name in a folder survives a power cut only when the folder itself was written. Windows does not let one open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function toNothing(error: unknown): undefined {
  if (hasCode(error, 'ENOENT')) return undefined;
  throw error;
}
