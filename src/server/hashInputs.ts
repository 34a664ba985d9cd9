import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build of the client depends on, from the root of the repository. */
const clientPatterns = ['package-lock.json', 'vite.config.ts', 'index.html', 'public/**/*.*', 'src/**/*.*'];
const ignored = /(?:^src\/(?:testing|bench)\/)|(?:\.(?:test|contract|stories)\.[a-z]+$)|(?:\.md$)/;

/** Hash over names and contents of sources, the client's unless told; tests, previews and texts for people do not count. */
export function hashInputs(root: string, patterns: readonly string[] = clientPatterns): string {
  const names = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !ignored.test(name))
    .toSorted();
  const hash = createHash('sha256');
  for (const name of names)
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex');
}
