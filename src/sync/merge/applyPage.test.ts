import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { toMemberId } from '#protocol/casts.ts';
import { buildDelta, buildHead, buildMe, buildRow } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { applyDelta } from '../merge.ts';
import { applyPage, type FetchedPage } from './applyPage.ts';

const page = (from: number, to: number, more: Partial<FetchedPage> = {}): FetchedPage => ({
  rows: Array.from({ length: to - from + 1 }, (_, index) => buildRow(from + index)),
  rev: 50,
  from,
  to,
  reachesStart: false,
  reachesEnd: false,
  ...more,
});
const sync = { rev: 50, state: 'fresh' as const, tailFrom: 45, ranges: [] };
const state = chatState({
  chat: localChat({ head: buildHead(50), sync }),
  rows: [45, 46, 47, 48, 49, 50].map((s) => localRow(s)),
});

describe('applyPage', () => {
  it('M14: lays the deltas that were applied meanwhile over rows that were not cached then', () => {
    const edit: Delta = { ...buildDelta(50, 51), rows: [buildRow(41, { r: 51, b: { x: 'edited' } })] };
    const reacted: Delta = { ...buildDelta(51, 52), rows: [], rx: [[42, 52, { a: 1 }, [[toMemberId(1), 'a']]]] };
    const touched: Delta = { ...buildDelta(52, 53), rows: [], touch: [[43, 53]] };
    const deltas = [edit, reacted, touched];
    const later = deltas.reduce(applyDelta, state);
    expect(later.rows.has(41)).toBe(false);
    const next = applyPage(later, page(40, 44), { deltas, rev: 53 });
    expect(next.rows.get(41)).toMatchObject({ r: 51, b: { x: 'edited' } });
    expect(next.rows.get(42)).toMatchObject({ r: 52, my: 'a' });
    expect(next.rows.get(43)).toMatchObject({ need: 53 });
    expect(next.chat.sync).toMatchObject({ rev: 53, tailFrom: 40, ranges: [] });
  });

  it('M14: stores the span as stale where the record of deltas has a gap', () => {
    const later = applyDelta(state, buildDelta(50, 53));
    expect(applyPage(later, page(40, 44), { deltas: [], rev: 50 }).chat.sync.ranges).toEqual([
      { from: 40, to: 44, rev: 50 },
    ]);
    // The answer itself may be as new as the watermark; then no record is needed.
    expect(applyPage(later, page(40, 44, { rev: 53 }), { deltas: [], rev: 50 }).chat.sync.tailFrom).toBe(40);
  });

  it('M14: a page that reaches the newest message makes the tail, others leave a hole', () => {
    const empty = chatState({
      chat: localChat({ head: buildHead(50), sync: { rev: 50, state: 'none', tailFrom: 51, ranges: [] } }),
    });
    const missed = { deltas: [], rev: 50 };
    expect(applyPage(empty, page(40, 50, { reachesEnd: true }), missed).chat.sync).toMatchObject({
      tailFrom: 40,
      state: 'fresh',
    });
    const around = applyPage(empty, page(10, 20), missed);
    expect(around.chat.sync).toMatchObject({ tailFrom: 51, ranges: [{ from: 10, to: 20, rev: 50 }] });
    expect(applyPage(around, page(21, 50, { reachesEnd: true }), missed).chat.sync).toMatchObject({
      tailFrom: 10,
      ranges: [],
    });
  });

  it('knows the start when the page reached it', () => {
    const next = applyPage(state, page(3, 44, { reachesStart: true }), { deltas: [], rev: 50 });
    expect(next.chat.sync).toMatchObject({ startSeq: 3, tailFrom: 3 });
  });

  it('E6: the check of a span claims, and stores, only what of it is still cached', () => {
    const stale = [{ from: 30, to: 34, rev: 40 }];
    const left = { ...state, chat: { ...state.chat, sync: { ...sync, ranges: stale } } };
    const changed = [31, 38].map((s) => buildRow(s, { r: 45 }));
    const edit: Delta = { ...buildDelta(50, 51), rows: [buildRow(37, { r: 51 })] };
    const check = page(30, 40, { rows: changed, isCheck: true });
    const next = applyPage(applyDelta(left, edit), check, { deltas: [edit], rev: 51 });
    expect(next.chat.sync.ranges).toEqual([{ from: 30, to: 34, rev: 51 }]);
    expect([...next.rows.keys()].filter((seq) => seq < 45)).toEqual([31]);
  });

  it('M9: puts a broken row aside and takes the rest of the page', () => {
    const broken = { ...buildRow(42), s: -1 };
    const next = applyPage(state, page(40, 44, { rows: [buildRow(41), broken] }), { deltas: [], rev: 50 });
    expect(next.rejected).toEqual([{ what: 'row', row: broken }]);
    expect(next.chat.sync.tailFrom).toBe(40);
    expect(next.rows.has(41)).toBe(true);
  });

  it('M10: leaves out rows below the floor', () => {
    const floored = { ...state, chat: { ...state.chat, me: buildMe({ fl: 43 }) } };
    const next = applyPage(floored, page(40, 44), { deltas: [], rev: 50 });
    expect(new Set([...next.rows.keys()].filter((seq) => seq < 45))).toEqual(new Set([43, 44]));
    expect(next.chat.sync.tailFrom).toBe(43);
  });

  it('O1: a page that brings my own message takes its entry away', () => {
    const waiting = { ...state, outbox: [sendEntry(42, { tried: 1 })] };
    const mine = page(40, 44, { rows: [buildRow(42, { u: toMemberId(1) })] });
    expect(applyPage(waiting, mine, { deltas: [], rev: 50 }).outbox).toEqual([]);
  });
});
