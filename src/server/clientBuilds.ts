import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** One build of the client: the hashed files that a page of that build may still ask for. */
export interface ClientBuild {
  /** Hash over the names of the assets; equal sources make an equal id. */
  id: string;
  /** Paths below the output folder, e.g. `assets/main-1a2b3c.js`. */
  assets: string[];
}

const historyName = '.builds.json';

/** The builds whose assets are still in a folder, newest first; a missing or broken list counts as none. */
export function readClientBuilds(outDir: string): ClientBuild[] {
  const path = join(outDir, historyName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ClientBuild[]) : [];
}

/** Bundler plugin that keeps earlier builds beside the new one. */
export interface ClientBuildsPlugin {
  plugin: Plugin;
  /** Whether an asset belongs to the build that runs now, and not to one that was only kept. */
  isCurrent(asset: string): boolean;
}

/**
 * Keeps the assets of the newest `keep` builds in the output folder and removes older ones. A tab that was
 * opened before an update goes on loading its own chunks, so the folder is never emptied by the bundler.
 */
export function clientBuilds(keep: number): ClientBuildsPlugin {
  let outDir = '';
  let current = new Set<string>();
  const plugin: Plugin = {
    name: 'kabar:client-builds',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_options, bundle) {
      // A worker or the service worker is bundled in its own pass; only the page's pass has the HTML.
      const names = Object.keys(bundle);
      if (!names.includes('index.html')) return;
      const assets = names.filter((name) => name.startsWith('assets/')).toSorted();
      current = new Set(assets);
      remember(outDir, assets, keep);
    },
  };
  return { plugin, isCurrent: (asset) => current.has(asset) };
}

function remember(outDir: string, assets: string[], keep: number): void {
  const id = createHash('sha256').update(assets.join('\n')).digest('hex').slice(0, 16);
  const earlier = readClientBuilds(outDir).filter((build) => build.id !== id);
  const builds = [{ id, assets }, ...earlier].slice(0, keep);
  const kept = new Set(builds.flatMap((build) => build.assets));
  for (const name of globSync('assets/**/*.*', { cwd: outDir })) {
    if (!kept.has(name.replaceAll('\\', '/'))) rmSync(join(outDir, name));
  }
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, historyName), JSON.stringify(builds));
}
