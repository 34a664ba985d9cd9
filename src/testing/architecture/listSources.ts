import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, with a slash at its end. */
export const rootFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** Every TypeScript file of the repository, as sorted paths from its root with forward slashes. */
export function listSources(): string[] {
  const patterns = ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', '.storybook/**/*.{ts,tsx}', 'vite.config.ts'];
  return globSync(patterns, { cwd: rootFolder })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}
