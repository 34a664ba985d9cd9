import { expect, it } from 'vitest';
import { readRange } from './readRange.ts';

it.each([
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=2-4', { first: 2, last: 4 }],
  ['bytes=2-', { first: 2, last: 9 }],
  ['bytes=9-', { first: 9, last: 9 }],
  ['bytes=2-999', { first: 2, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-999', { first: 0, last: 9 }],
  ['BYTES = 1 - 2 ', { first: 1, last: 2 }],
  ['bytes=10-', 'none'],
  ['bytes=10-12', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=-', undefined],
  ['bytes=4-2', undefined],
  ['bytes=0-1,3-4', undefined],
  ['bytes=a-b', undefined],
  ['bytes=1.5-2', undefined],
  ['bytes=--1', undefined],
  [`bytes=${'9'.repeat(30)}-`, undefined],
  ['lines=0-1', undefined],
  ['', undefined],
  [undefined, undefined],
])('of ten bytes %s is %j', (header, part) => expect(readRange(header, 10)).toEqual(part));

it('of an empty file there is no part', () => {
  for (const header of ['bytes=0-', 'bytes=-1', 'bytes=0-0']) expect(readRange(header, 0)).toBe('none');
});
