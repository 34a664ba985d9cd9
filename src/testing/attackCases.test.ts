import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rootFolder } from './architecture/listSources.ts';

// Attacks have numbers, and whoever looks for one finds it in the title of a test.

/** 1 to 50 need a browser; from 51 on it is the line between page and messenger. */
const lastOfBrowser = 50;
const last = 62;

/** Numbers after "case" or "cases" in the titles of tests and their steps. */
function casesIn(patterns: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const path of globSync([...patterns], { cwd: rootFolder })) {
    const source = readFileSync(rootFolder + path, 'utf8');
    for (const [, , title = ''] of source.matchAll(/\b(?:test|test\.step|it|it\.each[^'"`]*)\(\s*(['"`])(.*?)\1/gs))
      for (const [, numbers = ''] of title.matchAll(/\bcases? ([\d, ]+)/g))
        for (const number of numbers.split(',')) if (number.trim() !== '') found.add(Number(number));
  }
  return found;
}

const missing = (found: Set<number>, upTo: number): number[] =>
  Array.from({ length: upTo }, (_, at) => at + 1).filter((number) => !found.has(number));

it('every attack has a test in a browser, and every lie on the line has one', () => {
  const inBrowser = casesIn(['e2e/hostile*.spec.ts']);
  expect(missing(inBrowser, lastOfBrowser)).toEqual([]);
  const everywhere = casesIn(['e2e/hostile*.spec.ts', 'src/client/**/*.test.ts']);
  expect(missing(everywhere, last)).toEqual([]);
  expect(missing(everywhere, last + 1)).toEqual([last + 1]);
});
