import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MiniScripts } from './miniScripts.ts';

/** {@link MiniScripts} in a folder of this machine, `<name>.js`. A file is read again only after it changed, so that a build is noticed without a restart. */
export function folderScripts(folder: string): MiniScripts {
  const kept = new Map<string, { at: number; bytes: Uint8Array }>();
  return {
    async get(name) {
      const path = join(folder, `${name}.js`);
      const at = await stat(path).then(({ mtimeMs }) => mtimeMs, toNothing);
      if (at === undefined) return undefined;
      const known = kept.get(name);
      if (known?.at === at) return known.bytes;
      const bytes = await readFile(path).catch(toNothing);
      if (bytes) kept.set(name, { at, bytes });
      return bytes;
    },
  };
}

function toNothing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
