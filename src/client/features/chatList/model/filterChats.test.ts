import { expect, it } from 'vitest';
import { filterChats } from './filterChats.ts';

const titles: Record<number, string> = { 1: 'Jogja bareng', 2: '青島みのり', 3: 'ｶﾌｪ Sore', 4: '윤하늘' };
const find = (query: string, filter: 'all' | 'unread' = 'all', openId?: number) =>
  filterChats({
    order: [1, 2, 3, 4],
    filter,
    query,
    openId,
    titleOf: (id) => titles[id] ?? '',
    isUnread: (id) => id === 2,
  });

it('finds names by parts, in any width, case and kana, with all words of the query', () => {
  expect(find('JOG')).toEqual([1]);
  expect(find('ミノ')).toEqual([2]);
  expect(find('かふぇ')).toEqual([3]);
  expect(find('늘')).toEqual([4]);
  expect(find('bareng jog')).toEqual([1]);
  expect(find('jog sore')).toEqual([]);
});

it('shows unread chats and the open one, but searches everywhere', () => {
  expect(find('', 'unread')).toEqual([2]);
  expect(find('', 'unread', 4)).toEqual([2, 4]);
  expect(find('jog', 'unread')).toEqual([1]);
  expect(find('  ')).toEqual([1, 2, 3, 4]);
});
