import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { isCachedAt } from '#testing/isCachedAt.ts';
import type { LocalChat, LocalMessage, OutboxEntry } from '../changes.ts';
import { countChat } from '../merge/countChat.ts';
import { isFreshAt } from '../merge/spans.ts';
import { countOld, forgetRows, keepOf, lastRows, shareOut, stayFrom, type CachedChat } from './evictionRules.ts';

const dayMs = 86_400_000;
const now = 1_000 * dayMs;

describe('what a chat keeps', () => {
  const rows = (count: number, ageDays: number): { at: number }[] =>
    Array.from({ length: count }, () => ({ at: now - ageDays * dayMs }));
  const keep = keepOf(chatKind.group, now);

  it('E1: keeps the newest 500 of a group whatever their age', () => {
    expect(countOld(rows(500, 400), 500, keep)).toBe(0);
    expect(countOld(rows(300, 400), 620, keep)).toBe(120);
    expect(countOld(rows(300, 400), 900, keep)).toBe(300);
  });

  it('E1: keeps what is at most 30 days old, up to 5,000', () => {
    expect(countOld(rows(300, 29), 5_000, keep)).toBe(0);
    expect(countOld(rows(300, 29), 5_040, keep)).toBe(40);
    expect(countOld([...rows(10, 31), ...rows(290, 30)], 4_000, keep)).toBe(10);
  });

  it('E1: keeps the newest 300 of a community', () => {
    expect(countOld(rows(300, 1), 340, keepOf(chatKind.community, now))).toBe(40);
    expect(countOld(rows(300, 900), 300, keepOf(chatKind.community, now))).toBe(0);
  });
});

const cachedChat = (id: number, more: Partial<CachedChat> = {}): CachedChat => ({
  ...{ c: toChatId(id), rows: 1_000, bytes: 1_000_000, opened: id, bump: id, isHeld: false },
  ...more,
});

describe('what does not fit', () => {
  it('E2: the chat that was opened longest ago gives first, and only as much as is needed', () => {
    const gifts = shareOut([cachedChat(3), cachedChat(1), cachedChat(2)], 1_900_000);
    expect([...gifts]).toEqual([
      [toChatId(1), 1_000 - lastRows],
      [toChatId(2), 160],
    ]);
  });

  it('E2: of chats that were never opened the quietest gives first', () => {
    const chats = [cachedChat(1, { opened: 0, bump: 9 }), cachedChat(2, { opened: 0, bump: 3 })];
    expect([...shareOut(chats, 1_990_000).keys()]).toEqual([toChatId(2)]);
  });

  it('E2, E3: after it everything fits, or nothing more may go; held chats give nothing, and each keeps its last rows', () => {
    const anyChat = fc.record({
      rows: fc.nat(5_000),
      each: fc.integer({ min: 50, max: 2_000 }),
      opened: fc.nat(50),
      isHeld: fc.boolean(),
    });
    const property = fc.property(fc.array(anyChat, { maxLength: 20 }), fc.nat(20_000_000), (parts, budget) => {
      const chats = parts.map(({ rows, each, ...rest }, id) =>
        cachedChat(id + 1, { rows, bytes: rows * each, ...rest }),
      );
      const gifts = shareOut(chats, budget);
      let total = 0;
      for (const { c, rows, bytes, isHeld } of chats) {
        const gift = gifts.get(c) ?? 0;
        if (isHeld) expect(gift).toBe(0);
        expect(rows - gift).toBeGreaterThanOrEqual(Math.min(rows, lastRows));
        total += bytes - (rows === 0 ? 0 : gift * (bytes / rows));
      }
      const isBare = chats.every(({ c, rows, isHeld }) => isHeld || rows - (gifts.get(c) ?? 0) <= lastRows);
      expect(total <= budget + 1e-6 || isBare).toBe(true);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

/** A chat as a device may have it: rows with gaps, some of mine, some that name me, a tail and older spans of which some are stale. */
const anyCache = fc
  .record({
    size: fc.integer({ min: 1, max: 420 }),
    steps: fc.array(fc.record({ gap: fc.nat(2), mine: fc.boolean(), names: fc.boolean(), need: fc.nat(40) }), {
      minLength: 420,
      maxLength: 420,
    }),
    read: fc.double({ min: 0, max: 1, noNaN: true }),
    told: fc.double({ min: 0, max: 1, noNaN: true }),
    kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    tail: fc.double({ min: 0, max: 1, noNaN: true }),
    hole: fc.double({ min: 0, max: 1, noNaN: true }),
    named: fc.array(fc.nat(419), { maxLength: 3 }),
  })
  .map(toCache);

type Parts = {
  size: number;
  steps: { gap: number; mine: boolean; names: boolean; need: number }[];
  read: number;
  told: number;
  kept: number | null;
  tail: number;
  hole: number;
  named: number[];
};

function toCache(parts: Parts): { chat: LocalChat; rows: LocalMessage[]; lane: OutboxEntry[] } {
  let seq = 0;
  const all = parts.steps.slice(0, parts.size).map(({ gap, mine, names, need }, index) => {
    seq += 1 + gap;
    return localRow(seq, {
      n: index + 1,
      u: toMemberId(mine ? 1 : 2),
      ...(names && !mine ? { m: [toMemberId(1)] } : {}),
      ...(need === 0 ? { need: seq + 1 } : {}),
    });
  });
  const rev = seq;
  const at = (share: number): number => Math.floor(share * rev);
  const rs = at(parts.read);
  const lo = Math.max(0, ...all.filter((row) => row.u === 1 && row.s <= at(parts.told)).map(({ s }) => s));
  const tailFrom = 1 + at(parts.tail);
  const holeFrom = Math.min(tailFrom - 1, at(parts.hole));
  const ranges = [
    { from: 1, to: Math.floor(holeFrom / 2), rev: rev - 1 },
    { from: Math.floor(holeFrom / 2) + 1, to: holeFrom, rev },
  ].filter(({ from, to }) => from <= to);
  const sync = { rev, state: 'fresh' as const, tailFrom, ranges, startSeq: 1 };
  const rows = all.filter(({ s }) => isCachedAt(sync, s));
  const own = all.filter(({ u }) => u === 1);
  const me = buildMe({
    rs,
    lo,
    rn: Math.max(0, ...all.filter(({ s }) => s <= rs).map(({ n }) => n ?? 0)),
    oa: own.filter(({ s }) => s > rs && s <= lo).length,
    um: all.filter(({ s, u, m }) => s > rs && s <= Math.max(rs, at(parts.told)) && u !== 1 && m).length,
    ...(parts.kept === null ? {} : { uf: Math.max(1, Math.floor(parts.kept * rs)) }),
  });
  const head = buildHead(rev, { n: all.length });
  const lane = parts.named.flatMap((index, id) => {
    const row = rows[index];
    const action = { t: 'react', c: toChatId(7), s: row?.s, e: 'a', op: 'op' } as OutboxEntry['action'];
    return row ? [sendEntry(id + 1, { action })] : [];
  });
  const chat = localChat({ head, me, sync, haveRev: rev, umRev: Math.max(rs, at(parts.told)) });
  return { chat: countChat(chatState({ chat, rows, outbox: lane })).chat, rows, lane };
}

describe('forgetting rows', () => {
  it('E4, E5, E6, I9: claims nothing that has gone, counts as before, and leaves what something waits for', () => {
    const property = fc.property(
      anyCache,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ chat, rows, lane }, share) => {
        const old = rows.filter(({ s }) => s < stayFrom(chat));
        const needed = rows.filter(({ need }) => need !== undefined).map(({ s }) => s);
        const count = Math.round(share * old.length);
        const { chat: after, gone } = forgetRows({ chat, lane, needed, from: 0, rows: old, isAll: true }, count);
        const left = rows.filter(({ s }) => !gone.includes(s));
        // I9: what is claimed is there, as true as before, and every row that is there is claimed.
        const goneSet = new Set(gone);
        const seqs = Array.from({ length: chat.sync.rev }, (_, index) => index + 1);
        expect(seqs.filter((seq) => isCachedAt(after.sync, seq) && !isCachedAt(chat.sync, seq))).toEqual([]);
        expect(seqs.filter((seq) => isFreshAt(after.sync, seq) && !isFreshAt(chat.sync, seq))).toEqual([]);
        expect(seqs.filter((seq) => isCachedAt(after.sync, seq) && goneSet.has(seq))).toEqual([]);
        expect(left.filter(({ s }) => !isCachedAt(after.sync, s))).toEqual([]);
        expect(left.filter(({ s }) => isFreshAt(after.sync, s) !== isFreshAt(chat.sync, s))).toEqual([]);
        // Counts: as stored, and as the next change will count them anew.
        const again = countChat(chatState({ chat: after, rows: left, outbox: lane })).chat;
        expect([again.unread, again.mentions]).toEqual([chat.unread, chat.mentions]);
        expect([after.unread, after.mentions]).toEqual([chat.unread, chat.mentions]);
        expect(needed.filter((seq) => goneSet.has(seq))).toEqual([]);
        expect(lane.filter(({ action }) => 's' in action && goneSet.has(action.s ?? 0))).toEqual([]);
        expect(gone.filter((seq) => seq >= stayFrom(chat))).toEqual([]);
        expect(after.sync.startSeq).toBe(1);
        // In pieces it ends the same.
        const half = Math.floor(count / 2);
        const first = forgetRows({ chat, lane, needed, from: 0, rows: old, isAll: true }, half);
        const from = (old[half - 1]?.s ?? -1) + 1;
        const more = { chat: first.chat, lane, needed, from, rows: old.slice(half), isAll: true };
        const second = forgetRows(more, count - half);
        expect([...first.gone, ...second.gone]).toEqual(gone);
        expect(second.chat.sync).toEqual(after.sync);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('E4: with the last row the claim about the changes behind it goes too', () => {
    const sync = { rev: 50, state: 'fresh' as const, tailFrom: 40, ranges: [], startSeq: 3 };
    const chat = localChat({ head: buildHead(50), me: buildMe({ rs: 50 }), sync });
    const rows = [41, 43].map((s) => localRow(s));
    const { chat: after, gone } = forgetRows({ chat, lane: [], needed: [], from: 0, rows, isAll: true }, 2);
    expect(gone).toEqual([41, 43]);
    expect(after.sync).toEqual({ rev: 50, state: 'none', tailFrom: 51, ranges: [], startSeq: 3 });
  });

  it('E5: a row that an entry waits for stays as a span of its own, as true as it was', () => {
    const sync = { rev: 50, state: 'fresh' as const, tailFrom: 40, ranges: [{ from: 5, to: 20, rev: 30 }] };
    const chat = localChat({ head: buildHead(50), me: buildMe({ rs: 50 }), sync });
    const rows = [5, 9, 20, 40, 41, 45, 50].map((s) => localRow(s));
    const lane = [sendEntry(1, { action: { ...sendEntry(1).action, re: 9 } as OutboxEntry['action'] })];
    const { chat: after, gone } = forgetRows({ chat, lane, needed: [41], from: 0, rows, isAll: true }, 6);
    expect(gone).toEqual([5, 20, 40, 45]);
    expect(after.sync).toMatchObject({
      state: 'fresh',
      tailFrom: 46,
      ranges: [
        { from: 9, to: 9, rev: 30 },
        { from: 41, to: 41, rev: 50 },
      ],
    });
  });
});
