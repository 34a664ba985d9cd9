import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rootFolder } from '#testing/architecture/listSources.ts';
import { findSpecGaps, readRules } from '#testing/spec/findSpecGaps.ts';
import { readTestNames } from '#testing/spec/readTestNames.ts';

const read = (path: string): string => readFileSync(rootFolder + path, 'utf8');

describe('the comparison of rules and tests', () => {
  const spec = '## A part\n\n- **M1** One.\n- **M2** Two (M9).\n- **Q3** Three.\nM4 is only spoken of.';

  it('finds a rule without a test, and a test of a rule that is not there', () => {
    expect(readRules(spec)).toEqual(['M1', 'M2', 'Q3']);
    expect(findSpecGaps(readRules(spec), ['M1, I9: one', 'M9: another', 'X11 draws', 'AM2x'])).toEqual({
      untested: ['M2', 'Q3'],
      unknown: ['M9'],
    });
    expect(findSpecGaps(readRules(spec), ['M1: one', 'M2, Q3: both', 'I1, P2, A4, T3'])).toEqual({
      untested: [],
      unknown: [],
    });
  });

  it('refuses a number that is given twice', () => {
    expect(() => readRules(`${spec}\n- **M1** Again.`)).toThrow('M1');
  });

  it('reads the names of tests, and nothing that only looks like one', () => {
    const source = `
      // it('M1: in a comment', work);
      const text = "it('M2: in a text')";
      run('M3: another call');
      describe('a group', () => {
        it('M4: plain', () => expect(of('M5')).toBe(1));
        it.each([['M6', 1], [')', 2]] as const)('M7: %s', async () => undefined);
        test.skip(\`M8: \${text} M9\`, work);
        test.describe('M10: of the browser', () => undefined);
      });`;
    expect(readTestNames('a.test.ts', source)).toEqual([
      'a group',
      'M4: plain',
      'M7: %s',
      'M8: … M9',
      'M10: of the browser',
    ]);
  });
});

it('every rule of SPEC.md is named by a test, and every rule that a test names is there', () => {
  const patterns = ['src/**/*.test.{ts,tsx}', 'e2e/*.spec.ts'];
  const names = globSync(patterns, { cwd: rootFolder })
    .filter((path) => !path.endsWith('sync/spec.test.ts'))
    .flatMap((path) => readTestNames(path, read(path)));
  expect(names.length).toBeGreaterThan(500);
  expect(findSpecGaps(readRules(read('src/sync/SPEC.md')), names)).toEqual({ untested: [], unknown: [] });
});
