import { expect, it } from 'vitest';
import { rememberBuild, unusedFiles } from './assetBuilds.ts';

it('remembers the newest builds and forgets the oldest', () => {
  const builds = [['/a'], ['/b'], ['/c']].reduce<string[][]>(
    (known, build) => rememberBuild(known, build, 2) as string[][],
    [],
  );
  expect(builds).toEqual([['/c'], ['/b']]);
});

it('does not count a build twice that is installed again', () => {
  expect(rememberBuild([['/a', '/b'], ['/c']], ['/b', '/a'], 2)).toEqual([['/b', '/a'], ['/c']]);
});

it('keeps a file that any remembered build uses', () => {
  expect(unusedFiles(['/a', '/shared', '/old'], [['/a', '/shared'], ['/shared']])).toEqual(['/old']);
});
