import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Entries below `src/miniapp-sdk`. What an app's page loads by a tag runs at once and leaves no names behind; the others are modules. */
const entries = [
  { name: 'relay.js', entry: 'relay.ts', format: 'iife' },
  { name: 'telegram-web-app.js', entry: 'telegramWebApp.ts', format: 'iife' },
  { name: 'sdk.js', entry: 'connect.ts', format: 'es' },
  { name: 'mock.js', entry: 'mock.ts', format: 'es' },
] as const;

/** Builds every script of mini-apps in memory. Answers texts by file name. */
export async function buildMiniScripts(root: string): Promise<Record<string, string>> {
  const folder = join(root, 'src/miniapp-sdk');
  const files: Record<string, string> = {};
  for (const { name, entry, format } of entries) files[name] = await bundle(root, join(folder, entry), format);
  // The types stand alone in their file, so that they can be handed out as they are.
  const types = readFileSync(join(folder, 'sdk/sdkTypes.ts'), 'utf8');
  files['sdk.d.ts'] = `${types}\nexport declare const connect: Connect;\n`;
  return files;
}

async function bundle(root: string, entry: string, format: 'iife' | 'es'): Promise<string> {
  // Loaded only when there is something to build: a start that builds nothing should not wait for it.
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      // Apps are opened by browsers that are older than the messenger's own pages need, too.
      target: 'es2022',
      minify: true,
      lib: { entry, formats: [format], name: 'kabarPage', fileName: 'script' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunks = output && 'output' in output ? output.output.filter((file) => file.type === 'chunk') : [];
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error(`${entry} did not become one file`);
  return chunk.code;
}
