import { createHash } from 'node:crypto';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ensureClient } from '#server/ensureClient.ts';
import type { BenchScope } from './runBench.ts';

const root = resolve(import.meta.dirname, '../../..');
const floorRoot = join(root, 'src/bench/floor');

/**
 * A temporary folder with the production build of the client and, beside it, the floor's pages, built in the same run by the same bundler with the same
 * minifier and target. The service worker is the product's own, with the floor's files added to its list: it keeps them and answers with them exactly as it
 * does with the app's.
 */
export async function makeClientFolder(scope: BenchScope): Promise<string> {
  const client = await ensureClient(root, scope.say);
  const folder = await scope.folder();
  const floor = await scope.folder();
  await build({
    configFile: false,
    root: floorRoot,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: floor,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: globSync('*.html', { cwd: floorRoot }).map((name) => join(floorRoot, name)) },
    },
  });
  cpSync(client, folder, { recursive: true });
  cpSync(floor, folder, { recursive: true });
  addToWorker(join(folder, 'sw.js'), floor);
  return folder;
}

/** The bundler leaves the worker's list of files as JSON in its code; this puts the floor's files in front. */
function addToWorker(worker: string, floor: string): void {
  const code = readFileSync(worker, 'utf8');
  // A file that both are made of stands in the list already, and one that stands there twice breaks it.
  const added = globSync('**/*.*', { cwd: floor }).filter((name) => !code.includes(`"${name.replaceAll('\\', '/')}"`));
  const entries = added.map((name) => {
    const url = name.replaceAll('\\', '/');
    const isAsset = url.startsWith('assets/');
    const revision = isAsset
      ? null
      : createHash('sha256')
          .update(readFileSync(join(floor, name)))
          .digest('hex');
    return JSON.stringify({ revision, url });
  });
  const begin = '[{"revision":';
  if (code.split(begin).length !== 2) throw new Error('the list of files was not found in the service worker');
  writeFileSync(
    worker,
    code.replace(begin, () => `[${entries.join(',')},{"revision":`),
  );
}
