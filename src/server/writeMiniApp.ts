import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureMiniScripts } from './ensureMiniScripts.ts';
import { StartError } from './startError.ts';

/**
 * Writes a small mini-app into a new folder: pages, a server that verifies who opened them, and copies of the SDK and the mock host, so that it runs without
 * this repository. The folder's name becomes the app's. Throws StartError when the name is none or the folder exists.
 */
export async function writeMiniApp(root: string, target: string, say: (line: string) => void): Promise<void> {
  const name = basename(target);
  if (!/^[a-z][a-z0-9-]{2,31}$/.test(name)) {
    throw new StartError(
      `"${name}" cannot be the name of an app: 3 to 32 small letters, digits and hyphens, a letter first.`,
    );
  }
  if (existsSync(target)) throw new StartError(`${target} exists already.`);
  const scripts = await ensureMiniScripts(root, say);
  const template = join(root, 'src/miniapp-sdk/template');
  cpSync(template, target, { recursive: true });
  for (const file of globSync('**/*.{html,json,md}', { cwd: target })) {
    const path = join(target, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('{{name}}', name));
  }
  const library = join(target, 'public/kabar');
  mkdirSync(library);
  for (const file of ['sdk.js', 'sdk.d.ts', 'mock.js']) cpSync(join(scripts, file), join(library, file));
}
