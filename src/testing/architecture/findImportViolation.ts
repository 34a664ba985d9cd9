import { posix } from 'node:path';
import { isTestFile } from './isTestFile.ts';
import type { SourceImport } from './parseSource.ts';
import { zoneOf } from './zoneOf.ts';
import type { Zone } from './zoneTable.ts';

/** Answers whether a path from the root of the repository is a file. */
export type FileExists = (path: string) => boolean;

/**
 * Says what is wrong with one import of the file at `path`, or nothing. The sentence names the specifier and
 * the rule, so that it can be mended without opening the test.
 */
export function findImportViolation(path: string, found: SourceImport, exists: FileExists): string | undefined {
  const { specifier } = found;
  const zone = zoneOf(path);
  if (!zone) return `lies in no zone of the table`;
  if (specifier.startsWith('.') || specifier.startsWith('#')) return findLocalViolation(path, zone, found, exists);
  if (specifier.startsWith('node:'))
    return zone.node ? undefined : `${specifier}: ${zone.name} may not import Node's modules`;
  if (zone.packages === '*') return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return zone.packages.includes(name) ? undefined : `${specifier}: ${zone.name} may not import this package`;
}

function findLocalViolation(path: string, zone: Zone, found: SourceImport, exists: FileExists): string | undefined {
  const { specifier, isType } = found;
  if (specifier.startsWith('../..')) return `${specifier}: use an alias instead of ../..`;
  const target = toPath(path, specifier);
  if (!exists(target)) return `${specifier}: no such file (imports carry their extension)`;
  // Styles, pictures and JSON hold no code; they belong to whoever lies beside them.
  if (!/\.tsx?$/.test(target)) return undefined;
  const targetZone = zoneOf(target);
  if (!targetZone) return `${specifier}: leads out of the zones`;
  if (isTestFile(target) && zone.zones !== '*') return `${specifier}: product code may not import a test`;
  if (specifier.startsWith('.') && targetZone !== zone && !isTestFile(path))
    return `${specifier}: use an alias across zones`;
  if (zone.name === 'client/features' && targetZone === zone && featureOf(target) !== featureOf(path)) {
    return `${specifier}: a feature may not import another feature`;
  }
  if (targetZone === zone || zone.zones === '*') return undefined;
  if (!zone.zones.includes(targetZone.name)) return `${specifier}: ${zone.name} may not import ${targetZone.name}`;
  if (zone.typesOnly?.includes(targetZone.name) && !isType)
    return `${specifier}: ${zone.name} may import only types of ${targetZone.name}`;
  return undefined;
}

/** The file that a specifier means; a query such as `?worker` belongs to the bundler. */
function toPath(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  return bare.startsWith('#') ? `src/${bare.slice(1)}` : posix.join(posix.dirname(from), bare);
}

function featureOf(path: string): string | undefined {
  return path.split('/')[3];
}
