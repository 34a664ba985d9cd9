import { resolve } from 'node:path';
import { ensureClient } from './ensureClient.ts';
import { StartError } from './startError.ts';

/** The command `npm run build`: builds the client if its sources have changed, as `npm start` does, so that several servers may start at once afterwards. */
try {
  const folder = await ensureClient(
    resolve(import.meta.dirname, '../..'),
    (line) => void process.stdout.write(`${line}\n`),
  );
  process.stdout.write(`The client is in ${folder}.\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
