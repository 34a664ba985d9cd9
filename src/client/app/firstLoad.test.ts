import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource } from '#testing/architecture/parseSource.ts';
import { enLater } from './texts/later/enLater.ts';

const root = join(import.meta.dirname, '../../..');
/** Where the page begins, and what a link to a chat shows before anything that is loaded later. */
const entries = ['src/client/main.tsx', 'src/client/app/screens/ChatArea.tsx'];

/** A module and everything that comes with it because it is imported statically. */
function comeAlong(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(join(root, path))) return seen;
  seen.add(path);
  if (!/\.tsx?$/.test(path)) return seen;
  const source = readFileSync(join(root, path), 'utf8');
  for (const { specifier, isType, isLazy } of parseSource(path, source).imports) {
    if (isType || isLazy) continue;
    if (specifier.startsWith('#')) comeAlong(`src/${specifier.slice(1)}`, seen);
    else if (specifier.startsWith('.')) comeAlong(join(dirname(path), specifier), seen);
  }
  return seen;
}

/** Full names of the texts that come later, less the plural's ending. */
function laterNames(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [name.replace(/_(?:zero|one|other)$/, '')] : laterNames(value as object, name);
  });
}

const names = new Set(laterNames(enLater));

/** Asked for early and said once they are there: until then a sticker is only called one. */
const patient = new Set(['src/client/parts/spokenText.ts: stickers.alt.*']);

/** Texts that a file asks for although they come later; of a name in a template only the beginning is known. */
function tooEarly(source: string): string[] {
  const whole = [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].flatMap(([, name = '']) =>
    names.has(name) ? [name] : [],
  );
  const begun = [...source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].flatMap(([, start = '']) =>
    [...names].some((name) => name.startsWith(start)) ? [`${start}*`] : [],
  );
  return [...whole, ...begun];
}

describe('the first load', () => {
  const files = entries.flatMap((entry) => [...comeAlong(entry)]).filter((path) => /^src\/.*\.tsx?$/.test(path));

  test('holds no schema: a chat is on screen before anything from outside is parsed', () => {
    const parsing = files.filter((path) =>
      parseSource(path, readFileSync(join(root, path), 'utf8')).imports.some(
        ({ specifier, isType, isLazy }) => specifier.startsWith('zod') && !isType && !isLazy,
      ),
    );
    expect(parsing).toEqual([]);
  });

  test('holds all texts that the first picture asks for', () => {
    expect(files.length).toBeGreaterThan(200);
    const early = files.flatMap((path) =>
      tooEarly(readFileSync(join(root, path), 'utf8')).map((name) => `${path}: ${name}`),
    );
    expect(early.filter((line) => !patient.has(line))).toEqual([]);
  });

  test('the check itself finds names and beginnings', () => {
    expect(tooEarly("t('common.cancel'); t('chat.back'); t(`error.${code}`)")).toEqual(['common.cancel', 'error.*']);
  });
});
