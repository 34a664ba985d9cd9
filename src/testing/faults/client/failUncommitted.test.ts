import { expect, it } from 'vitest';
import type { HistoryEvent } from '../check/history.ts';
import { failUncommitted } from './failUncommitted.ts';

const wish = (d: number, id: string, line: number): HistoryEvent => ({
  e: 'invoke',
  t: 1,
  d,
  f: 'send',
  id,
  c: 7,
  line,
});

it('fails exactly the wishes whose commit is not on disk, and each of them once', () => {
  const history = [wish(0, 'a', 1), wish(0, 'b', 2), wish(0, 'c', 3), wish(1, 'd', 3)];
  const lines = new Map([
    [0, 2],
    [1, 3],
  ]);
  const failed = failUncommitted(history, lines, 9);
  expect(failed).toEqual([{ e: 'fail', t: 9, d: 0, f: 'send', id: 'c', c: 7, code: 'UNCOMMITTED' }]);
  expect(failUncommitted([...history, ...failed], lines, 10)).toEqual([]);
});
