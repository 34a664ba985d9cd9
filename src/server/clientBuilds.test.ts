import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { clientBuilds, readClientBuilds } from './clientBuilds.ts';

const root = mkdtempSync(join(tmpdir(), 'kabar-builds-'));
afterAll(() => rmSync(root, { recursive: true }));
const outDir = join(root, 'dist');

/** Builds a page whose only script prints `word`, and returns its asset. */
async function buildPage(word: string): Promise<string> {
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<script type="module" src="/src/main.js"></script>');
  writeFileSync(join(root, 'src/main.js'), `console.log(${JSON.stringify(word)});`);
  const { plugin, isCurrent } = clientBuilds(3);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    build: { outDir: 'dist', emptyOutDir: false },
  });
  const asset = readClientBuilds(outDir)[0]?.assets.find((name) => name.endsWith('.js')) ?? '';
  expect(isCurrent(asset)).toBe(true);
  return asset;
}

it('keeps the files of the newest three builds and no others', async () => {
  const first = await buildPage('one');
  const second = await buildPage('two');
  await buildPage('three');
  expect(existsSync(join(outDir, first))).toBe(true);
  // The same sources again are no new build: nothing may fall out of the list because of them.
  await buildPage('three');
  expect(existsSync(join(outDir, first))).toBe(true);
  await buildPage('four');
  expect(existsSync(join(outDir, first))).toBe(false);
  expect(existsSync(join(outDir, second))).toBe(true);
  expect(readdirSync(join(outDir, 'assets'))).toHaveLength(3);
});
