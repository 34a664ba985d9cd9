import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { invariant } from '#base/invariant.ts';
import type { BundleStore } from './bundleStore.ts';

/** A {@link BundleStore} in a folder of this machine: `<bundle>/<path>`. The folder is made at the first bundle. */
export function diskBundleStore(folder: string): BundleStore {
  const folderOf = (id: string): string => {
    invariant(/^[0-9a-f-]{36}$/.test(id), 'a bundle is named by a UUID');
    return join(folder, id);
  };
  const pathOf = (id: string, path: string): string => {
    invariant(!path.split('/').some((part) => part === '' || part === '.' || part === '..'), 'a path inside');
    invariant(!path.includes('\0') && !path.includes('\\'), 'a plain path');
    return join(folderOf(id), path);
  };
  return {
    async put(id, files) {
      const half = join(folder, `.${randomUUID()}`);
      try {
        for (const [path, bytes] of files) {
          pathOf(id, path);
          const target = join(half, path);
          await mkdir(dirname(target), { recursive: true, mode: 0o700 });
          await writeFile(target, bytes, { flag: 'wx', mode: 0o600 });
        }
        await rename(half, folderOf(id));
      } catch (error) {
        await rm(half, { recursive: true, force: true });
        throw error;
      }
    },
    async get(id, path, pick) {
      const file = await open(pathOf(id, path)).catch(toNothing);
      if (!file) return undefined;
      try {
        const stats = await file.stat();
        if (stats.isFile()) {
          const part = pick?.(stats.size);
          const stream = file.createReadStream(part && { start: part.first, end: part.last });
          return { size: stats.size, stream };
        }
        await file.close();
        return undefined;
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    delete: (id) => rm(folderOf(id), { recursive: true, force: true }),
  };
}

function toNothing(error: unknown): undefined {
  const codes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];
  if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
  throw error;
}
