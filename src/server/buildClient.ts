import { resolve } from 'node:path';
import { ensureClient } from './ensureClient.ts';
import { ensureMiniPages } from './ensureMiniPages.ts';
import { ensureMiniScripts } from './ensureMiniScripts.ts';
import { StartError } from './startError.ts';

/** The command `npm run build`: builds the client, the scripts of mini-apps and the pages of our own ones if their sources have changed, as `npm start` does, so that several servers may start at once afterwards. */
try {
  const root = resolve(import.meta.dirname, '../..');
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  await ensureMiniScripts(root, say);
  await ensureMiniPages(root, say);
  const folder = await ensureClient(root, say);
  process.stdout.write(`The client is in ${folder}.\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
