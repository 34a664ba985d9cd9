import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '#protocol/errors.ts';
import { languageNames } from './languageNames.ts';

type Tree = { [key: string]: string | Tree };

const folder = import.meta.dirname;
const read = (path: string): Tree => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')) as Tree;
const files = ['', ...readdirSync(`${folder}/en`)];

/** All texts of one language by full key, as the app merges them. */
function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const collect = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const name = path === '' ? key : `${path}.${key}`;
      if (typeof value !== 'string') collect(value, name);
      else {
        if (texts.has(name)) throw new Error(`${language}: ${name} stands in two files`);
        texts.set(name, value);
      }
    }
  };
  for (const file of files) collect(read(file === '' ? `${language}.json` : `${language}/${file}`), '');
  return texts;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
/** What another language must have of English: everything but the singular. */
const withoutOne = (keys: Iterable<string>): string[] => [...keys].filter((key) => !key.endsWith('_one')).toSorted();

const english = textsOf('en');
const others = languageNames.map(({ tag }) => tag).filter((tag) => tag !== 'en');

/** What is wrong with a language, one line per fault. */
function faults(language: string, texts: ReadonlyMap<string, string>, original: ReadonlyMap<string, string>): string[] {
  const wanted = withoutOne(original.keys());
  const missing = wanted.filter((key) => !texts.has(key)).map((key) => `${language}: ${key} is missing`);
  const spare = withoutOne(texts.keys())
    .filter((key) => !original.has(key))
    .map((key) => `${language}: ${key} is not an English key`);
  const wrong = [...texts].flatMap(([key, text]) => {
    const base = original.get(key) ?? original.get(key.replace(/_one$/, '_other'));
    if (text.trim() === '') return [`${language}: ${key} is empty`];
    if (/[<>]/.test(text)) return [`${language}: ${key} has markup`];
    const isSame = base === undefined || placeholders(base).join() === placeholders(text).join();
    return isSame ? [] : [`${language}: ${key} has other placeholders`];
  });
  return [...missing, ...spare, ...wrong];
}

/** Everything of the client that is not a test. */
function readSources(): string[] {
  const root = join(folder, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|stories)\./.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'));
}

/** Names in calls of `t` that no English text has. Of a name in a template only the fixed beginning is known. */
function unknownNames(sources: readonly string[]): string[] {
  const names = new Set([...english.keys()].map((key) => key.replace(/_(?:one|other)$/, '')));
  const isKnown = (name: string, isWhole: boolean): boolean =>
    isWhole ? names.has(name) : [...names].some((key) => key.startsWith(name));
  return sources.flatMap((source) => {
    const whole = [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, name = '']) => [name, true] as const);
    const begun = [...source.matchAll(/\bt\(\s*`([\w.-]+)\$\{/g)].map(([, name = '']) => [name, false] as const);
    return [...whole, ...begun].flatMap(([name, isWhole]) => (isKnown(name, isWhole) ? [] : [name]));
  });
}

describe('texts', () => {
  test.each(['en', ...others])('%s is complete, has the same placeholders and nothing empty', (language) => {
    expect(faults(language, textsOf(language), english)).toEqual([]);
  });

  test('every name that the code asks for exists', () => {
    expect(unknownNames(readSources())).toEqual([]);
  });

  test('a name that nobody has written is found, also the beginning of one that is put together', () => {
    const source = "t('common.cancel'); t('common.nothing', { a: 1 }); t(`error.${code}`); t(`errors.${code}`)";
    expect(unknownNames([source])).toEqual(['common.nothing', 'errors.']);
  });

  test('the check itself finds every kind of fault', () => {
    const original = new Map([
      ['a', 'Hi {{name}}'],
      ['b_one', 'one'],
      ['b_other', '{{count}} things'],
      ['c', 'c'],
    ]);
    const broken = new Map([
      ['a', 'Hi {{nmae}}'],
      ['c', ' '],
      ['d', 'spare'],
    ]);
    expect(faults('xx', broken, original)).toHaveLength(4);
  });

  test('English says every plural in both forms', () => {
    const stems = [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
    for (const stem of stems) expect(english.has(`${stem}_other`), stem).toBe(true);
    for (const [key, text] of english) {
      const isPlural = /_(one|other|zero)$/.test(key);
      if (text.includes('{{count}}') && !isPlural) expect(text, key).toMatch(/· \{\{count\}\}/);
    }
  });

  test.each(['en', ...others])('every error has words in %s', (language) => {
    const texts = textsOf(language);
    for (const code of errorCodes) expect(texts.get(`error.${code}`), code).toBeTruthy();
  });

  test.each(['en', ...others])('i18next finds every text of %s for 0, 1, 2 and 500', async (language) => {
    const i18n = createInstance();
    await i18n.init({ lng: language, fallbackLng: false, resources: { [language]: { translation: {} } } });
    for (const file of files)
      i18n.addResourceBundle(
        language,
        'translation',
        read(file === '' ? `${language}.json` : `${language}/${file}`),
        true,
      );
    const unresolved = [...english.keys()].flatMap((key) => {
      const stem = key.replace(/_(zero|one|other)$/, '');
      const counts = stem === key ? [undefined] : [0, 1, 2, 500];
      return counts
        .filter((count) => !i18n.exists(stem, count === undefined ? {} : { count }))
        .map((count) => `${stem} ${count}`);
    });
    expect(unresolved).toEqual([]);
  });
});
