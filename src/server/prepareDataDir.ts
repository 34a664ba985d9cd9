import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './startError.ts';

/** Makes the data folder, readable by its owner only, and proves that it can be written. Throws StartError. */
export function prepareDataDir(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // Permissions alone do not tell: the disk may be full or mounted read-only.
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data folder ${path} cannot be written (${why}). Choose another one with DATA_DIR.`,
      error,
    );
  }
}
