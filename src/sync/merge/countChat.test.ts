import { expect, it } from 'vitest';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { applyHead } from '../merge.ts';
import { countChat } from './countChat.ts';

/** A community that nobody looks at: its head comes, its messages do not. */
const unseen = (ma: number[], me = {}, more = {}) =>
  chatState({
    chat: localChat({
      head: buildHead(9, { ma }),
      me: buildMe(me),
      haveRev: 4,
      sync: { rev: 4, state: 'behind', tailFrom: 5, ranges: [] },
    }),
    ...more,
  });
const mentionsOf = (state: Parameters<typeof countChat>[0]): number => countChat(state).chat.mentions;

it('U11: who is called with everybody counts it from the head, before any message', () => {
  expect(mentionsOf(unseen([8, 6]))).toBe(2);
});

it('U11: what was read, or counted by the server, does not count again', () => {
  expect(mentionsOf(unseen([8, 6], { rs: 7, rn: 7 }))).toBe(1);
  expect(mentionsOf(unseen([8, 3], { um: 1 }))).toBe(2);
});

it('U11: a cached row counts by itself', () => {
  expect(mentionsOf(unseen([8], {}, { rows: [localRow(8, { ma: 1, tell: 8 })] }))).toBe(1);
});

it('U11: whoever calls everybody does not call himself, on whatever device', () => {
  expect(mentionsOf(unseen([8], { lo: 8 }))).toBe(0);
  expect(mentionsOf(unseen([8], {}, { outbox: [sendEntry(1, { state: 'acked', s: 8 })] }))).toBe(0);
});

it('U11: a counted call that the head does not name any more was taken back', () => {
  const counted = unseen([8, 6], { um: 2, rs: 5, rn: 5 });
  const before = { ...counted, chat: { ...counted.chat, umRev: 9 } };
  const after = (ma: number[], rev = 10) => applyHead(before, buildHead(rev, { ma })).chat.mentions;
  expect(after([8, 6])).toBe(2);
  expect(after([6])).toBe(1);
  expect(after([])).toBe(0);
  // The sixth only makes room, and is beyond what was counted.
  expect(after([20, 19, 18, 17, 16], 20)).toBe(7);
  const later = { ...before, chat: { ...before.chat, umRev: 10, me: { ...before.chat.me, um: 1 } } };
  expect(applyHead(later, buildHead(10, { ma: [6] })).chat.mentions).toBe(1);
});
