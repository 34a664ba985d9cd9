import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { applyDelta, applyHead } from '../merge.ts';
import type { ChatState } from './chatState.ts';
import { countChat } from './countChat.ts';
import { strandedSends } from './mergeOutbox.ts';
import { layMark, laySettings, takeMe, takeReadState, takeSettings } from './takeMe.ts';

const me = toMemberId(1);
const whole = { rev: 20, state: 'fresh' as const, tailFrom: 1, ranges: [] };
/** Twenty messages; those in `own` are mine. */
function cached(own: readonly number[], more: Parameters<typeof buildMe>[0] = {}, from = 1): ChatState {
  const rows = Array.from({ length: 21 - from }, (_, index) =>
    localRow(from + index, own.includes(from + index) ? { u: me } : {}),
  );
  const chat = localChat({ head: buildHead(20), me: buildMe(more), haveRev: 20, sync: { ...whole, tailFrom: from } });
  return countChat(chatState({ chat, rows }));
}

describe('takeMe', () => {
  it('U2: takes numbers that do not go back, in either of their two directions', () => {
    const state = cached([], { rs: 10, rn: 10, lo: 5 });
    expect(takeMe(state, buildMe({ rs: 9, rn: 9, lo: 7 }), 20)).toBe(state);
    expect(takeMe(state, buildMe({ rs: 12, rn: 12, lo: 4 }), 20)).toBe(state);
    expect(takeMe(state, buildMe({ rs: 12, rn: 12, lo: 5 }), 20).chat.me.rs).toBe(12);
  });

  it('U2: newer settings do not take the numbers back that a read state has brought before them', () => {
    const state = cached([], { rs: 10, rn: 10, oa: 2, lo: 15 });
    const told = takeReadState(state, [toChatId(7), 10, 10, 3, 16, 0, 21]);
    const late = takeMe(told, buildMe({ rs: 10, rn: 10, oa: 2, lo: 15, mv: 2, nt: 1 }), 20);
    expect(late.chat.me).toMatchObject({ mv: 2, nt: 1, oa: 3, lo: 16 });
    // Who was out of a community and comes back has been in none of its rooms.
    const anew = buildMe({ rs: 0, rn: 0, oa: 0, lo: 0, mv: 2 });
    expect(takeMe(told, anew, 22).chat.me.rs).toBe(10);
    const room = { ...told, chat: { ...told.chat, meta: { ...told.chat.meta, parent: toChatId(8) } } };
    expect(takeMe(room, anew, 22).chat.me).toMatchObject({ mv: 2, rs: 0, oa: 0, lo: 0 });
    expect(takeMe(room, { ...anew, mv: 1 }, 22)).toBe(room);
  });

  it('U2: settings never go back, even when the numbers come forward', () => {
    const state = cached([], { mv: 5, nt: 2, rs: 3, rn: 3 });
    const next = takeMe(state, buildMe({ mv: 4, nt: 0, rs: 8, rn: 8 }), 20);
    expect(next.chat.me).toMatchObject({ mv: 5, nt: 2, rs: 8, rn: 8 });
  });

  it('U3: lays a mark on its way over a standing that does not know it yet', () => {
    const state: ChatState = { ...cached([], { rs: 12, rn: 12 }), mark: 12 };
    const next = countChat(takeMe(state, buildMe({ mv: 2, rs: 4, rn: 4, nt: 1 }), 20));
    expect(next.chat.me).toMatchObject({ rs: 12, rn: 12, nt: 1 });
    expect(next.chat.unread).toBe(8);
  });

  it('U10: keeps a mention that a community tells of before its message, and counts it once', () => {
    const base = cached([], { rs: 20, rn: 20 });
    const state: ChatState = { ...base, chat: { ...base.chat, kind: chatKind.community } };
    const told = countChat(takeReadState(state, [toChatId(7), 20, 20, 0, 0, 1, 21]));
    expect(told.chat.mentions).toBe(1);
    const named = { ...localRow(21), m: [me] };
    const delta = { c: state.chat.c, a: 20, b: 21, rows: [named], head: buildHead(21, { c: state.chat.c }) };
    expect(applyDelta(told, delta).chat).toMatchObject({ mentions: 1, unread: 1 });
    expect(applyHead(told, delta.head).chat).toMatchObject({ mentions: 1, unread: 1 });
    const group = countChat(takeReadState(base, [toChatId(7), 20, 20, 0, 0, 1, 20]));
    expect(applyDelta(group, delta).chat).toMatchObject({ mentions: 1, unread: 1 });
  });

  it('U10: counts a mention once where the cache is short, whether the number comes before its message or behind it', () => {
    const base = cached([], { rs: 2, rn: 2 }, 15);
    const state: ChatState = { ...base, chat: { ...base.chat, kind: chatKind.community } };
    const read = (um: number, rev: number) => [toChatId(7), 2, 2, 0, 0, um, rev] as Parameters<typeof takeReadState>[1];
    const named = { ...localRow(21), m: [me] };
    const delta = { c: state.chat.c, a: 20, b: 21, rows: [named], head: buildHead(21, { c: state.chat.c }) };
    const before = applyDelta(countChat(takeReadState(state, read(1, 21))), delta);
    expect(before.chat.mentions).toBe(1);
    expect(countChat(takeReadState(applyDelta(state, delta), read(1, 21))).chat.mentions).toBe(1);
    expect(countChat(takeReadState(applyDelta(state, delta), read(0, 20))).chat.mentions).toBe(1);
  });

  it('U2: the answer to a change of settings tells settings; what it counts may be as old as its first try', () => {
    const base = cached([], { rs: 2, rn: 2 }, 15);
    const told = countChat(takeReadState(base, [toChatId(7), 2, 2, 1, 14, 1, 20]));
    const repeated = takeSettings(told, buildMe({ rs: 2, rn: 2, oa: 0, lo: 0, um: 0, mv: 2, nt: 2 }));
    expect(repeated.chat.me).toMatchObject({ mv: 2, nt: 2, oa: 1, lo: 14, um: 1 });
    expect(countChat(repeated).chat).toMatchObject({ mentions: 1, umRev: 20, haveRev: told.chat.haveRev });
  });

  it('H1: what is told of my place in a thread leaves my standing there to its chat, which may have changed since', () => {
    const base = cached([], { mv: 2, ro: memberRole.owner, ja: 5 });
    const thread = { ...base, chat: { ...base.chat, meta: { ...base.chat.meta, parent: toChatId(8) } } };
    const late = buildMe({ mv: 3, ro: memberRole.member, mt: 9, ja: 5, nt: 2 });
    for (const taken of [takeSettings(thread, late), takeMe(thread, late, 20)]) {
      expect(taken.chat.me).toMatchObject({ mv: 3, nt: 2, ro: memberRole.owner, ja: 5 });
      expect(taken.chat.me).not.toHaveProperty('mt');
    }
    expect(takeSettings(base, late).chat.me).toMatchObject({ ro: memberRole.member, mt: 9 });
  });

  it('U10: of two counts that overtook each other the one of the later head stays, until the position moves', () => {
    const base = cached([], { rs: 2, rn: 2 }, 15);
    const told = countChat(takeReadState(base, [toChatId(7), 2, 2, 0, 0, 2, 22]));
    const late = countChat(takeReadState(told, [toChatId(7), 2, 2, 0, 0, 1, 21]));
    expect(late.chat).toMatchObject({ mentions: 2, umRev: 22 });
    expect(countChat(takeMe(late, buildMe({ rs: 2, rn: 2, um: 1 }), 21)).chat.mentions).toBe(2);
    expect(countChat(takeReadState(late, [toChatId(7), 22, 22, 0, 0, 0, 22])).chat.mentions).toBe(0);
  });

  it('keeps the furthest position of the other person', () => {
    const state = cached([], { prs: 9 });
    expect(takeMe(state, buildMe({ prs: 4 }), 20).chat.me.prs).toBe(9);
    expect(takeMe(state, buildMe({ prs: 14 }), 20).chat.me.prs).toBe(14);
  });
});

describe('read positions', () => {
  it('U3: a local mark gives at once what the server will answer, wherever my own messages lie', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(20),
        (own, rs, mark, told) => {
          // The server's numbers are as of rev `told`: it has not heard of own messages after that.
          const known = own.filter((seq) => seq <= Math.max(told, rs));
          const lo = Math.max(0, ...known);
          const oa = known.filter((seq) => seq > rs).length;
          const state = cached(own, { rs, rn: rs, lo, oa });
          const read = countChat(layMark({ ...state, mark }));
          const truth = (position: number): number =>
            Array.from({ length: 20 }, (_, index) => index + 1).filter((seq) => seq > position && !own.includes(seq))
              .length;
          expect(state.chat.unread).toBe(truth(rs));
          expect(read.chat.unread).toBe(truth(Math.max(rs, mark)));
          expect(read.chat.me.rs).toBe(Math.max(rs, mark));
        },
      ),
    );
  });

  it('U2: an answer about an older position changes nothing', () => {
    const state = cached([], { rs: 10, rn: 10, lo: 6 });
    expect(takeReadState(state, [toChatId(7), 9, 9, 0, 6, 0, 20])).toBe(state);
    expect(takeReadState(state, [toChatId(7), 10, 10, 0, 5, 0, 20])).toBe(state);
    expect(takeReadState(state, [toChatId(7), 15, 15, 0, 6, 0, 20]).chat.me.rs).toBe(15);
  });

  it('U6: marked as unread keeps a count until something is read', () => {
    const state = cached([], { rs: 20, rn: 20, uf: 18 });
    expect(state.chat.unread).toBe(3);
    expect(cached([18, 19, 20], { rs: 20, rn: 20, lo: 20, uf: 18 }).chat.unread).toBe(1);
    const { rs: _rs, ...rest } = state.chat.me;
    const further = { ...state, chat: { ...state.chat, me: { ...rest, rs: 17, rn: 17 } } };
    expect(layMark({ ...further, mark: 19 }).chat.me).not.toHaveProperty('uf');
    expect(takeReadState(further, [toChatId(7), 19, 19, 0, 0, 0, 20]).chat.me).not.toHaveProperty('uf');
  });
});

describe('countChat', () => {
  it('U1: rows beyond the head are not counted against it', () => {
    const state = cached([], {});
    const later = localRow(21, { u: me });
    const ahead = countChat({ ...state, rows: new Map([...state.rows, [21, later]]) });
    expect(ahead.chat.unread).toBe(20);
  });

  it('U5: counts mentions from the cache where it holds everything unread, and trusts the server elsewhere', () => {
    const named = (s: number) => localRow(s, { m: [me] });
    const full = cached([], { rs: 5, rn: 5, um: 9 });
    expect(countChat({ ...full, rows: new Map([...full.rows, [8, named(8)], [3, named(3)]]) }).chat).toMatchObject({
      mentions: 1,
      me: { um: 1 },
    });
    const partial = cached([], { rs: 5, rn: 5, um: 9 }, 15);
    expect(partial.chat.mentions).toBe(9);
    // Beyond what the server counted, cached rows are added.
    const chat = { ...partial.chat, umRev: 17 };
    expect(
      countChat({ ...partial, chat, rows: new Map([...partial.rows, [18, named(18)], [16, named(16)]]) }).chat.mentions,
    ).toBe(10);
  });

  it('U5: an unsent message and my own name no longer call me', () => {
    const rows = [localRow(19, { m: [me], del: 5 }), localRow(20, { m: [me], u: me })];
    const state = cached([], { rs: 5, rn: 5 });
    expect(
      countChat({ ...state, rows: new Map([...state.rows, ...rows.map((row) => [row.s, row] as const)]) }).chat
        .mentions,
    ).toBe(0);
  });
});

describe('laySettings', () => {
  it('M13: 0 takes a setting back, absent leaves it', () => {
    const set = laySettings(buildMe({ mu: 5, pin: 2 }), { mute: 0, notify: 1, hide: true }, 33);
    expect(set).toMatchObject({ nt: 1, pin: 2, hid: 33 });
    expect(set).not.toHaveProperty('mu');
    expect(laySettings(set, { hide: false, unreadFrom: 4 }, 40)).toMatchObject({ uf: 4 });
    expect(laySettings(set, { hide: false }, 40)).not.toHaveProperty('hid');
  });
});

describe('a floor that rises over an own text', () => {
  it('O15: an acknowledged text below it leaves the outbox; one above it waits for its place', () => {
    const acked = (id: number, s: number) => sendEntry(id, { tried: 1, state: 'acked', s, r: s });
    const sync = { rev: 20, state: 'fresh' as const, tailFrom: 18, ranges: [] };
    const before = {
      ...chatState({ chat: localChat({ head: buildHead(20), sync }) }),
      outbox: [acked(1, 5), acked(2, 12)],
    };
    expect(strandedSends(before.outbox, before.chat)).toEqual([5, 12]);
    const after = takeMe(before, buildMe({ fl: 10, mv: before.chat.me.mv + 1 }), 20);
    expect(after.outbox.map(({ id }) => id)).toEqual([2]);
    expect(strandedSends(after.outbox, after.chat)).toEqual([12]);
  });
});
