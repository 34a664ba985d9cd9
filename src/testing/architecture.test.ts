import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations } from './architecture/findViolations.ts';
import { isTestFile } from './architecture/isTestFile.ts';
import { listSources, rootFolder } from './architecture/listSources.ts';
import { toLintPatterns } from './architecture/toLintPatterns.ts';
import { zoneOf } from './architecture/zoneOf.ts';
import { zoneTable, type Zone } from './architecture/zoneTable.ts';

const read = (path: string): string => readFileSync(rootFolder + path, 'utf8');
const isFile = (path: string): boolean => existsSync(rootFolder + path) && statSync(rootFolder + path).isFile();
const paths = listSources();

describe('the rules recognise a bad file', () => {
  const files = new Set([
    'src/base/a.ts',
    'src/base/a.test.ts',
    'src/protocol/ids.ts',
    'src/sync/engine.ts',
    'src/server/live/sequencer.ts',
    'src/server/main.ts',
    'src/client/features/chat/Chat.tsx',
    'src/client/features/auth/Login.tsx',
    'src/testing/world.ts',
    'src/testing/builders/person.ts',
  ]);
  const check = (path: string, source: string): string =>
    findViolations(path, source, (target) => files.has(target)).join('\n');

  it.each([
    ['src/base/x.ts', `import { ids } from '#protocol/ids.ts'; export const x = ids;`, 'base may not import protocol'],
    ['src/base/x.ts', `import { join } from 'node:path'; export const x = join;`, 'may not import Node'],
    ['src/domain/x.ts', `import * as z from 'zod'; export const x = z;`, 'may not import this package'],
    ['src/base/x.ts', `import { a } from './a'; export const x = a;`, 'no such file'],
    ['src/base/x.ts', `import { a } from './gone.ts'; export const x = a;`, 'no such file'],
    ['src/base/x.ts', `import { a } from './a.test.ts'; export const x = a;`, 'may not import a test'],
    ['src/protocol/x.ts', `import { a } from '../base/a.ts'; export const x = a;`, 'use an alias across zones'],
    ['src/protocol/deep/x.ts', `import { a } from '../../base/a.ts'; export const x = a;`, 'instead of ../..'],
    ['src/protocol/x.ts', `export { a as x } from '#sync/engine.ts';`, 'may not import sync'],
    ['src/protocol/x.ts', `export const x = () => import('#sync/engine.ts');`, 'may not import sync'],
    [
      'src/client/stores/x.ts',
      `import { engine } from '#sync/engine.ts'; export const x = engine;`,
      'only types of sync',
    ],
    [
      'src/server/services/x.ts',
      `import { sequencer } from '#server/live/sequencer.ts'; export const x = sequencer;`,
      'only types of server/live',
    ],
    [
      'src/server/transport/x.ts',
      `import { main } from '#server/main.ts'; export const x = main;`,
      'may not import server/main',
    ],
    [
      'src/client/features/chat/X.tsx',
      `import { Login } from '#client/features/auth/Login.tsx'; export const X = Login;`,
      'another feature',
    ],
    [
      'src/client/features/chat/X.tsx',
      `import { Login } from '../auth/Login.tsx'; export const X = Login;`,
      'another feature',
    ],
    [
      'src/client/features/chat/X.tsx',
      `import { Dexie } from 'dexie'; export const X = Dexie;`,
      'may not import this package',
    ],
    [
      'src/server/main.ts',
      `import { world } from '#testing/world.ts'; export const main = world;`,
      'may not import testing',
    ],
    ['src/sync/x.ts', `export const x = () => Date.now();`, 'Date.now'],
    ['src/domain/x.ts', `export const x = () => Math.random();`, 'Math.random'],
    ['src/domain/x.ts', `export const x = () => new Date();`, 'new Date()'],
    ['src/base/index.ts', `export const index = 1;`, 'is a barrel'],
    ['src/base/x.ts', `export { a as x } from './a.ts';`, 'is a barrel'],
    ['src/base/x.ts', `export default function x() {}`, 'default export'],
    ['src/base/x.ts', `export function other() {}`, 'nothing named like the file'],
    ['src/base/x.ts', `export function x() { try { x(); } catch {} }`, 'empty catch'],
    ['src/base/utils/x.ts', `export const x = 1;`, 'says nothing'],
    ['src/elsewhere/x.ts', `import { a } from '#base/a.ts'; export const x = a;`, 'no zone'],
  ])('%s: %s', (path, source, expected) => {
    expect(check(path, source)).toContain(expected);
  });

  it('and let a good file pass', () => {
    expect(check('src/sync/x.ts', `import { a } from '#base/a.ts'; export const x = () => new Date(a);`)).toBe('');
    expect(
      check('src/client/stores/x.ts', `import type { Engine } from '#sync/engine.ts'; export type X = Engine;`),
    ).toBe('');
    expect(
      check('src/server/demo/x.ts', `import { person } from '#testing/builders/person.ts'; export const x = person;`),
    ).toBe('');
    expect(check('src/base/b.test.ts', `import { world } from '#testing/world.ts'; world();`)).toBe('');
  });
});

describe('the repository', () => {
  it('keeps the rules in every file', () => {
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.flatMap((path) => findViolations(path, read(path), isFile))).toEqual([]);
  });

  it('has every source file in a zone', () => {
    expect(paths.filter((path) => !zoneOf(path))).toEqual([]);
  });

  it('prints files that grow too long (they may, until 400 lines)', () => {
    const long = paths
      .filter((path) => !isTestFile(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    for (const { path, lines } of long) if (lines > 250) console.warn(`${lines} lines: ${path} — time to split it`);
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

describe('the other two fences repeat the table', () => {
  const named = new Map(zoneTable.map((zone) => [zone.name, zone]));

  it.each([...new Set(zoneTable.map((zone) => zone.tsconfig))])(
    '%s refers to the zones that its files may import',
    (tsconfig) => {
      const zones = zoneTable.filter((zone) => zone.tsconfig === tsconfig);
      const allowed = zones.flatMap((zone) => (zone.zones === '*' ? [...named.keys()] : zone.zones));
      // Everything under `testing` is one project that nothing refers to, so the table alone guards it.
      const targets = allowed.flatMap((name) => named.get(name)?.tsconfig ?? []);
      const expected = new Set(targets.filter((path) => path !== tsconfig && path !== 'src/testing/tsconfig.json'));
      expect(readReferences(tsconfig).toSorted()).toEqual([...expected].toSorted());
    },
  );

  it('the root project refers to all of them', () => {
    const expected = [...new Set(zoneTable.map((zone) => zone.tsconfig))];
    expect(readReferences('tsconfig.json').toSorted()).toEqual(expected.toSorted());
  });

  it('the linter forbids the same imports', () => {
    const groups = readLintGroups();
    const fenced = zoneTable.filter((zone): zone is Zone => zone.zones !== '*');
    for (const zone of fenced) expect(groups.get(zone.name), zone.name).toEqual(toLintPatterns(zone));
  });
});

/** The project files that a tsconfig.json refers to, as paths from the root. */
function readReferences(tsconfig: string): string[] {
  const { references } = JSON.parse(read(tsconfig)) as { references: { path: string }[] };
  return references.map(({ path }) => {
    const target = posix.join(dirname(tsconfig), path);
    return target.endsWith('.json') ? target : posix.join(target, 'tsconfig.json');
  });
}

interface LintOverride {
  files: string[];
  rules: { 'no-restricted-imports'?: [string, { patterns: { group: string[]; message: string }[] }] };
}

/** The forbidden patterns of .oxlintrc.json by the zone that their message names. */
function readLintGroups(): Map<string, string[]> {
  const { overrides } = JSON.parse(read('.oxlintrc.json')) as { overrides: LintOverride[] };
  const patterns = overrides.flatMap((override) => override.rules['no-restricted-imports']?.[1].patterns ?? []);
  return new Map(patterns.map(({ group, message }) => [/Not allowed in (\S+):/.exec(message)?.[1] ?? '', group]));
}
