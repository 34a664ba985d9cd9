import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashInputs } from './hashInputs.ts';
import { StartError } from './startError.ts';

/** Our own mini-apps that have pages. */
const names = ['queue', 'deals', 'gift'] as const;
/** What their pages depend on. */
const inputPatterns = [
  'package-lock.json',
  'src/miniapps/**/*.*',
  'src/miniapp-sdk/**/*.ts',
  'src/base/*.ts',
  'src/protocol/bridge.ts',
  'src/server/ensureMiniPages.ts',
];

/** Answers the folder with the built pages of our own mini-apps, a folder for each, after building them if their sources have changed since the last time. Throws StartError. */
export async function ensureMiniPages(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist/miniapps');
  const stamp = join(folder, '.inputs');
  const inputs = hashInputs(root, inputPatterns);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return folder;
  if (!existsSync(join(root, 'node_modules/vite'))) {
    throw new StartError('The bundler is not installed. Run "npm ci" first.');
  }
  say('Building the pages of mini-apps …');
  try {
    // One after the other: each takes all there is of the machine.
    // oxlint-disable-next-line no-await-in-loop
    for (const name of names) await buildPages(root, name, join(folder, name));
  } catch (error) {
    throw new StartError(`The pages of mini-apps could not be built: ${String(error)}`, error);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, inputs);
  return folder;
}

async function buildPages(root: string, name: string, outDir: string): Promise<void> {
  // Loaded only when there is something to build: a start that builds nothing should not wait for it.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    root: join(root, 'src/miniapps', name, 'page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  });
}
