import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Folder with `initdb` and `postgres`, or nothing. Debian keeps them out of PATH, one folder per major version,
 * of which the newest is taken; elsewhere PATH decides. It looks and never installs.
 */
export function findPostgres(): string | undefined {
  const byMajor = (path: string): number => Number(/postgresql\/(\d+)/.exec(path)?.[1]);
  const debian = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted((a, b) => byMajor(b) - byMajor(a));
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const folders = [...debian.map((path) => dirname(path)), onPath.status === 0 ? onPath.stdout.trim() : ''];
  return folders.find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}
