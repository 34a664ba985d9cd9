import { posix } from 'node:path';
import { findImportViolation, type FileExists } from './findImportViolation.ts';
import { isTestFile } from './isTestFile.ts';
import { parseSource } from './parseSource.ts';
import { zoneOf } from './zoneOf.ts';

/**
 * Everything that one file does against the rules of the house, one sentence each; an empty list is good.
 * Paths are relative to the root of the repository, with forward slashes.
 */
export function findViolations(path: string, source: string, exists: FileExists): string[] {
  const parsed = parseSource(path, source);
  const violations = parsed.imports.map((found) => findImportViolation(path, found, exists));
  const zoneName = zoneOf(path)?.name ?? '';
  if (/^index\.tsx?$/.test(posix.basename(path)) || parsed.isBarrel)
    violations.push('is a barrel: import the file that holds the name');
  if (parsed.exports.includes('default') && !mayExportDefault(path)) violations.push('has a default export');
  if (parsed.hasEmptyCatch) violations.push('has an empty catch');
  if (/\/(utils?|helpers?|common|misc)(\/|\.)/.test(path)) violations.push('has a name that says nothing');
  // Inside the engine and the shared rules, time and chance come in through ports, so that a seed repeats a world.
  if (zoneName === 'sync' || zoneName === 'domain') {
    for (const call of parsed.impureCalls) violations.push(`${call}: time and chance come from a port`);
  }
  const misnamed = findNameViolation(path, parsed.exports);
  if (misnamed && !isTestFile(path) && zoneName !== 'testing') violations.push(misnamed);
  return violations.filter((violation) => violation !== undefined).map((violation) => `${path}: ${violation}`);
}

function mayExportDefault(path: string): boolean {
  return path.endsWith('.stories.tsx') || /(^|\/)[\w.]*config\.ts$/.test(path) || path.startsWith('.storybook/');
}

/**
 * A file is named like its main export: `sendMessage.ts` exports `sendMessage`, `outbox.ts` may export
 * `createOutbox`. A collection with a plural name (`ports.ts`, `ids.ts`) and an entry without exports are free.
 */
function findNameViolation(path: string, exports: string[]): string | undefined {
  const stem = toKey(
    posix
      .basename(path)
      .replace(/\.(d\.)?tsx?$/, '')
      .replace(/^\d+_/, ''),
  );
  if (exports.length === 0 || stem.endsWith('s')) return undefined;
  if (exports.some((name) => toKey(name).includes(stem))) return undefined;
  return `exports ${exports.slice(0, 3).join(', ')}, and nothing named like the file`;
}

function toKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
