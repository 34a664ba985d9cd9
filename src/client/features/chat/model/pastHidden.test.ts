import { expect, it } from 'vitest';
import { localRow } from '#testing/localRows.ts';
import { pastHidden } from './pastHidden.ts';

it('reads past what is hidden behind the last message in sight, and no further', () => {
  const rows = [1, 2, 3, 4, 6].map((s) => localRow(s));
  expect(pastHidden(rows, 2, undefined)).toBe(2);
  expect(pastHidden(rows, 2, new Set([3]))).toBe(3);
  expect(pastHidden(rows, 2, new Set([3, 4, 6]))).toBe(6);
  expect(pastHidden(rows, 2, new Set([4]))).toBe(2);
});
