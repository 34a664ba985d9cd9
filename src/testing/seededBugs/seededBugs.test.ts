import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyMutation } from './applyMutation.ts';
import { postgresBugs } from './postgresBugs.ts';
import { seededBugs } from './seededBugs.ts';

const all = [...seededBugs, ...postgresBugs];

describe('seeded bugs', () => {
  it.each(all.map((bug) => [bug.name, bug] as const))('%s finds its place in the sources', (_name, { edits }) => {
    for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
      const source = readFileSync(file, 'utf8');
      expect(own.reduce(applyMutation, source)).not.toBe(source);
    }
  });

  it('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('are refused when their text is gone or there twice', () => {
    const edit = { file: 'x.ts', find: 'a = 1', replace: 'a = 2' };
    expect(applyMutation('let a = 1;', edit)).toBe('let a = 2;');
    expect(() => applyMutation('let b = 1;', edit)).toThrow('there 0 times');
    expect(() => applyMutation('a = 1; a = 1', edit)).toThrow('there 2 times');
  });
});
