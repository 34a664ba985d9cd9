import { expect, it } from 'vitest';
import { findMentionQuery } from './findMentionQuery.ts';
import { matchMembers } from './matchMembers.ts';

it.each([
  ['@', { start: 0, query: '' }],
  ['hi @sa', { start: 3, query: 'sa' }],
  ['hi @sari wu', { start: 3, query: 'sari wu' }],
  ['明日@みず', { start: 2, query: 'みず' }],
  ['내일@하', { start: 2, query: '하' }],
  ['（＠みお', { start: 1, query: 'みお' }],
  ['mail me@home', undefined],
  ['a@', undefined],
  ['3@', undefined],
  ['@sari\nnext', undefined],
  ['@ ', undefined],
  ['no sign', undefined],
])('in %j', (text, found) => {
  expect(findMentionQuery(text, text.length)).toEqual(found);
});

it('looks before the caret only', () => {
  expect(findMentionQuery('@sari and more', 3)).toEqual({ start: 0, query: 'sa' });
});

it('finds people by any word of the name, by handle, and whatever the width, kana or case', () => {
  const people = [
    { mid: 1, name: 'Sari Wulandari', face: '1', handle: 'sari_w' },
    { mid: 2, name: 'ミズノみお', face: '2', handle: 'mio' },
    { mid: 3, name: '윤하늘', face: '3' },
    { mid: 4, name: 'Wawan', face: '4' },
  ];
  const find = (query: string) => matchMembers(people, query, 'en').map(({ mid }) => mid);
  expect(find('ｗｕ')).toEqual([1]);
  expect(find('W')).toEqual([4, 1]);
  expect(find('みずの')).toEqual([2]);
  expect(find('MIO')).toEqual([2]);
  expect(find('하늘')).toEqual([3]);
  expect(find('')).toHaveLength(4);
  expect(find('zz')).toEqual([]);
});
