import { expect, it } from 'vitest';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { localRow } from '#testing/localRows.ts';
import { toFeed } from '../model/toFeed.ts';
import { threadOf } from './threadOf.ts';
import type { ThreadSummary } from './ThreadSummary.ts';

const thread: ThreadSummary = {
  ...{ id: toChatId(9), replies: 2, faces: [3], last: 50, unread: 1, isFollowed: true, isMuted: false },
};
const end = { n: 4, f: [toMemberId(3)], at: 40 };
const lineOf = (ex?: object) => {
  const [item] = toFeed({
    messages: [localRow(7, ex ? { ex } : {})],
    ...{ pending: [], overlays: new Map(), holes: [], unreadFrom: undefined, atEnd: true, me: 1 },
  });
  if (!item) throw new Error('no line');
  return item;
};

it('shows a thread with replies, and one without to who began it', () => {
  const of = (more: Partial<ThreadSummary>) => threadOf(lineOf(), new Map([[7, { ...thread, ...more }]]));
  expect(of({})).toEqual(thread);
  expect(of({ replies: 0 })?.replies).toBe(0);
  expect(of({ replies: 0, isFollowed: false })).toBeUndefined();
  expect(threadOf(lineOf(), new Map([[8, thread]]))).toBeUndefined();
});

it('tells the end of one that is not on this device, and nothing where messages have none', () => {
  const told = lineOf({ th: { c: toChatId(9), end } });
  expect(threadOf(told, new Map())).toMatchObject({ id: 9, replies: 4, faces: [3], last: 40, unread: 0 });
  expect(threadOf(lineOf({ th: { c: toChatId(9) } }), new Map())).toBeUndefined();
  expect(threadOf(told, undefined)).toBeUndefined();
});
