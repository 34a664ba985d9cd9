import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashInputs } from './hashInputs.ts';
import { StartError } from './startError.ts';

/**
 * Answers the folder of the built client, after building it if its sources have changed since the last time. The bundler itself removes the files
 * of builds that are too old (`clientBuilds.ts`). Throws StartError when the build fails.
 */
export async function ensureClient(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist/client');
  const stamp = join(folder, '.inputs');
  const inputs = hashInputs(root);
  const isBuilt = existsSync(join(folder, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
  if (isBuilt) return folder;
  say('Building the client …');
  const started = performance.now();
  await runBundler(root);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  say(`Built in ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
  return folder;
}

async function runBundler(root: string): Promise<void> {
  const bundler = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(bundler)) throw new StartError('The bundler is not installed. Run "npm ci" first.');
  // Its output goes to stderr as a whole, and only when it failed: stdout belongs to the line with the URL.
  const output: Buffer[] = [];
  const child = spawn(process.execPath, [bundler, 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test runner's mark would make the bundler load its configuration for tests.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, STORYBOOK: undefined },
  });
  child.stdout.on('data', (chunk: Buffer) => void output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new StartError('The client could not be built; the bundler says why above.');
}
