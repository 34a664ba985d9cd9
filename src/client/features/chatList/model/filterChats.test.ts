import { expect, it } from 'vitest';
import { filterChats, type ListView } from './filterChats.ts';

const titles: Record<number, string> = { 1: 'Jogja bareng', 2: '青島みのり', 3: 'ｶﾌｪ Sore', 4: '윤하늘', 5: 'Quiet' };
const find = (query: string, view: ListView = 'all', openId?: number) =>
  filterChats({
    order: [1, 2, 3, 4, 5],
    view,
    query,
    openId,
    titleOf: (id) => titles[id] ?? '',
    isUnread: (id) => id === 2 || id === 5,
    isArchived: (id) => id === 5,
    folder: view.startsWith('folder.') ? new Set([4, 5, 1]) : undefined,
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

it('shows what is archived in the archive and to a search, and nowhere else', () => {
  expect(find('', 'archive')).toEqual([5]);
  expect(find('', 'folder.work')).toEqual([1, 4]);
  expect(find('quiet')).toEqual([5]);
  expect(find('', 'unread', 5)).toEqual([2]);
});
