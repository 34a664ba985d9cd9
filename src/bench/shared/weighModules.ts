import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** As many are weighed as could be among the heaviest: what is small before it is packed is small afterwards. */
const weighed = 20;
const told = 10;

/**
 * What the scripts that the page begins with are made of: the ten heaviest packages and parts of our own, each with what the script would be smaller without it (KB
 * gzip). Builds the client once more, in memory and with source maps.
 */
export async function weighModules(root: string): Promise<Record<string, number>> {
  const begin = (await buildWithMaps(root)).filter((chunk, _, all) => isInBeginning(chunk, all));
  const weights = begin.flatMap((chunk) => weigh(chunk));
  return Object.fromEntries(weights.toSorted((one, other) => other[1] - one[1]).slice(0, told));
}

async function buildWithMaps(root: string): Promise<Rolldown.OutputChunk[]> {
  // As for a preview: without the service worker and the list of builds, which belong to files on disk.
  process.env['STORYBOOK'] = 'weighing';
  try {
    const options = { configFile: join(root, 'vite.config.ts'), logLevel: 'error' as const };
    const made = await build({ root, ...options, build: { write: false, sourcemap: 'hidden' } });
    const outputs = [made].flat() as Rolldown.RolldownOutput[];
    return outputs.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
  } finally {
    delete process.env['STORYBOOK'];
  }
}

const isInBeginning = ({ isEntry, fileName }: Rolldown.OutputChunk, all: readonly Rolldown.OutputChunk[]): boolean =>
  isEntry || all.some((chunk) => chunk.isEntry && chunk.imports.includes(fileName));

function weigh({ code, map }: Rolldown.OutputChunk): [string, number][] {
  if (!map) return [];
  const runs = splitBySource(code, new SourceMap(map as unknown as SourceMapPayload));
  const lengths = new Map<string, number>();
  for (const [name, text] of runs) lengths.set(name, (lengths.get(name) ?? 0) + text.length);
  const longest = [...lengths].toSorted((one, other) => other[1] - one[1]).slice(0, weighed);
  const whole = packedSize(code);
  return longest.map(([name]) => {
    const rest = runs.flatMap(([source, text]) => (source === name ? [] : [text])).join('');
    return [name, Number(((whole - packedSize(rest)) / 1_000).toFixed(1))];
  });
}

const packedSize = (text: string): number => gzipSync(text, { level: 9 }).length;

/** The code in pieces, each with the name of what it comes from. */
function splitBySource(code: string, map: SourceMap): [name: string, text: string][] {
  const runs: [string, string][] = [];
  for (const [line, text] of code.split('\n').entries()) {
    let from = 0;
    let source = 'the bundler';
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(line, column);
      // What the bundler itself has put in belongs to what stands before it.
      const found = 'originalSource' in entry && entry.originalSource ? toName(entry.originalSource) : source;
      if (found !== source) runs.push([source, text.slice(from, column)]);
      if (found !== source) [from, source] = [column, found];
    }
    runs.push([source, text.slice(from)]);
  }
  return runs;
}

/** Of a package its name, of a module of ours the beginning of its path: a feature is weighed as a whole. */
function toName(source: string): string {
  const [, inPackage] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return (
    inPackage ??
    source
      .replace(/^(?:\.\.\/)+/, '')
      .split('/')
      .slice(0, 4)
      .join('/')
  );
}
