import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMiniScripts } from './buildMiniScripts.ts';
import { hashInputs } from './hashInputs.ts';
import { StartError } from './startError.ts';

/** What the scripts of mini-apps depend on. */
const inputPatterns = [
  'src/miniapp-sdk/**/*.ts',
  'src/base/*.ts',
  'src/protocol/bridge.ts',
  'src/server/*iniScripts.ts',
];

/**
 * Answers the folder of the scripts that pages of mini-apps load (`relay.js`, `telegram-web-app.js`, `sdk.js`, `mock.js`) and the types beside them, after
 * building them if their sources have changed since the last time. Throws StartError when the build fails.
 */
export async function ensureMiniScripts(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist/miniapp');
  const stamp = join(folder, '.inputs');
  const inputs = hashInputs(root, inputPatterns);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return folder;
  if (!existsSync(join(root, 'node_modules/vite'))) {
    throw new StartError('The bundler is not installed. Run "npm ci" first.');
  }
  say('Building the scripts of mini-apps …');
  const files = await buildMiniScripts(root).catch((error: unknown) => {
    throw new StartError(`The scripts of mini-apps could not be built: ${String(error)}`, error);
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    // A server that runs may be reading: it finds the old file or the new one, never half of one.
    writeFileSync(join(folder, `${name}.new`), text);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
  writeFileSync(stamp, inputs);
  return folder;
}
