import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { CookieJar } from './cookieFetch.ts';

/** A jar that outlives the process: a new value replaces the old one as a whole or not at all. */
export function fileJar(path: string): CookieJar {
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    write(pair) {
      writeFileSync(`${path}.new`, pair);
      renameSync(`${path}.new`, path);
    },
  };
}
