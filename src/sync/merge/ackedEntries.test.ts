import { describe, expect, it } from 'vitest';
import { toMemberId } from '#protocol/casts.ts';
import { buildDelta, buildHead, buildMe, buildMeta, buildRow } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, sendEntry } from '#testing/localRows.ts';
import { applyDelta, applyHead } from '../merge.ts';
import { applySnapshot } from './applySnapshot.ts';
import { isArrived, strandedSends } from './mergeOutbox.ts';

// Somebody sent 5, lost the answer, left the group, came back at 15, and was told only then that 5 had arrived.
const acked = { ...sendEntry(5, { tried: 1 }), state: 'acked' as const, s: 5, r: 5 };
const sync = { rev: 16, state: 'fresh' as const, tailFrom: 15, ranges: [] };
const back = localChat({ head: buildHead(16), me: buildMe({ fl: 15 }), sync });

describe('O16: an acknowledged entry below my floor', () => {
  it('is not looked for: no read would show it', () => {
    expect(strandedSends([acked], back)).toEqual([]);
    expect(isArrived(acked, back)).toBe(true);
    // In the place of a hole above the floor it is.
    expect(strandedSends([{ ...acked, s: 15, r: 15 }], { ...back, sync: { ...sync, tailFrom: 16 } })).toEqual([15]);
  });

  it('leaves with the next change', () => {
    const state = chatState({ chat: back, outbox: [acked] });
    expect(applyDelta(state, buildDelta(16, 17)).outbox).toEqual([]);
  });

  it('leaves when the floor rises above it', () => {
    const before = localChat({ head: buildHead(16), me: buildMe(), sync: { ...sync, tailFrom: 10 } });
    const state = chatState({ chat: before, outbox: [acked] });
    const snapshot = { h: buildHead(16), me: buildMe({ fl: 15, mv: 2 }), meta: buildMeta() };
    expect(applySnapshot(state, snapshot)?.outbox).toEqual([]);
  });
});

describe('O16: an acknowledged reaction of a chat in which nothing is cached', () => {
  it('leaves when the head moves the empty cache past it', () => {
    const action = { t: 'react' as const, c: back.c, s: 2, e: '👍', op: 'op' as never };
    const reaction = { ...sendEntry(1), action, state: 'acked' as const, r: 17 };
    const empty = localChat({ head: buildHead(16), sync: { rev: 16, state: 'none', tailFrom: 17, ranges: [] } });
    const state = chatState({ chat: empty, outbox: [reaction] });
    expect(applyHead(state, buildHead(16)).outbox).toHaveLength(1);
    expect(applyHead(state, buildHead(17)).outbox).toEqual([]);
  });
});

describe('O17: an acknowledged entry in the middle of a catch-up', () => {
  it('stays until the watermark has reached the head, because its row may come with a later rev', () => {
    const sent = { ...sendEntry(5), state: 'acked' as const, s: 5, r: 5 };
    const before = localChat({ head: buildHead(4), sync: { rev: 4, state: 'fresh', tailFrom: 1, ranges: [] } });
    // The message was edited at 9; the first page of changes ends at 7.
    const first = buildDelta(4, 7, { rows: [buildRow(6), buildRow(7)], head: buildHead(9) });
    const half = applyDelta(chatState({ chat: before, outbox: [sent] }), first);
    expect(half.outbox).toEqual([sent]);
    const edited = buildRow(5, { r: 9, u: toMemberId(1), i: 'cid-5' as never });
    const whole = applyDelta(half, buildDelta(7, 9, { rows: [buildRow(8), edited], head: buildHead(9) }));
    expect(whole.outbox).toEqual([]);
    expect(whole.rows.has(5)).toBe(true);
  });
});

describe('O15: an acknowledged text in a span that is stale', () => {
  // A catch-up was left at 16; a reset made what was cached a stale span. The text was changed at 19, so that it had not come by then.
  const here = localChat({ head: buildHead(56), me: buildMe() });
  const at = (rev: number) => ({
    ...here,
    sync: { rev: 56, state: 'fresh' as const, tailFrom: 52, ranges: [{ from: 1, to: 16, rev }] },
  });
  const own = { ...acked, s: 8, r: 8 };

  it('stays, and its place is fetched: the span may lack it', () => {
    expect(isArrived(own, at(16))).toBe(false);
    expect(strandedSends([own], at(16))).toEqual([8]);
  });

  it('leaves when the span is as new as the watermark', () => {
    expect(isArrived(own, at(56))).toBe(true);
    expect(strandedSends([own], at(56))).toEqual([]);
  });
});
