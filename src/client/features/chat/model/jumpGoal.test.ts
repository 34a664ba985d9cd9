import { describe, expect, it } from 'vitest';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { FeedItem } from './FeedItem.ts';
import { jumpGoal } from './jumpGoal.ts';
import type { JumpInput } from './jumpGoal.ts';
import { toFeed } from './toFeed.ts';

const me = 1;
const c = toChatId(7);
/** Messages 1 to `count` of another person, except those that are mine. */
const feed = (count: number, mine: readonly number[] = []): FeedItem[] =>
  toFeed({
    messages: Array.from({ length: count }, (_, i) => ({
      ...buildRow(i + 1, { at: (i + 1) * 60_000 }),
      c,
      u: toMemberId(mine.includes(i + 1) ? me : 2),
    })),
    pending: [],
    overlays: new Map(),
    holes: [],
    unreadFrom: undefined,
    atEnd: true,
    me,
  });
const input = (more: Partial<JumpInput>): JumpInput => ({
  items: feed(100),
  last: 20,
  seenSeq: 90,
  atEnd: true,
  unread: 0,
  readSeq: 90,
  ...more,
});

describe('the way down', () => {
  it('leads to the first new message first, and from there to the end', () => {
    expect(jumpGoal(input({}))).toEqual({ t: 'line', key: 's91', seq: 91 });
    // Now the line is in view with some of what follows.
    expect(jumpGoal(input({ last: 94, seenSeq: 95 }))).toEqual({ t: 'end', isLoaded: true });
  });

  it('does not stop at news that the reader has right before them', () => {
    expect(jumpGoal(input({ last: 89 }))).toEqual({ t: 'end', isLoaded: true });
  });

  it('does not count own messages between the reader and the news as something to read', () => {
    expect(jumpGoal(input({ items: feed(100, [88, 89, 90]), last: 86 }))).toEqual({ t: 'end', isLoaded: true });
  });

  it('leads to the end when nothing is new', () => {
    expect(jumpGoal(input({ seenSeq: 100 }))).toEqual({ t: 'end', isLoaded: true });
  });

  it('leads out of a window that does not reach the news', () => {
    const far = { items: feed(50), last: 20, seenSeq: 400, readSeq: 400, atEnd: false };
    expect(jumpGoal(input({ ...far, unread: 3 }))).toEqual({ t: 'unread' });
    expect(jumpGoal(input({ ...far, unread: 0 }))).toEqual({ t: 'end', isLoaded: false });
  });

  it('leads from the unread line to the end although the end is not loaded', () => {
    expect(jumpGoal(input({ last: 92, seenSeq: 93, atEnd: false, unread: 300 }))).toEqual({
      t: 'end',
      isLoaded: false,
    });
  });
});
