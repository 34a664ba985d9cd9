import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import { buildDelta, buildHead, buildMe, buildMeta, buildRow } from '#testing/builders/chatBuilders.ts';
import { fakeServer } from '#testing/fakeServer.ts';
import { deltaSince, type FakeChat } from '#testing/fakeServer/fakeChat.ts';
import { chatState, localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { applyDelta, applyHead } from './merge.ts';
import { applySnapshot } from './merge/applySnapshot.ts';
import type { ChatState } from './merge/chatState.ts';
import { mergeRow } from './merge/mergeRow.ts';

const seqs = (state: ChatState): number[] => [...state.rows.keys()].sort((left, right) => left - right);
const texts = (state: ChatState): unknown[] => seqs(state).map((seq) => state.rows.get(seq)?.b?.['x']);

/** One thing that happens in the chat; `at` chooses a message among those that exist. */
type Step =
  | { t: 'post'; who: number; names: boolean }
  | { t: 'edit' | 'unsend'; at: number }
  | { t: 'react'; at: number; who: number; emoji: string | null }
  | { t: 'read'; at: number };

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ t: fc.constant('post' as const), who: fc.integer({ min: 1, max: 3 }), names: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ t: fc.constantFrom('edit' as const, 'unsend' as const), at: share }) },
  {
    weight: 2,
    arbitrary: fc.record({
      t: fc.constant('react' as const),
      at: share,
      who: fc.integer({ min: 1, max: 2 }),
      emoji: fc.constantFrom('a', 'b', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('read' as const), at: share }) },
);

/** Plays steps on the model server and answers every live delta it told. */
function play(steps: readonly Step[], server = fakeServer(() => 1_000)): { server: typeof server; deltas: Delta[] } {
  const deltas: Delta[] = [];
  const auth = { token: '1' } as never;
  server.addChat(7, [1, 2, 3]);
  void server.accept({
    auth,
    delta: (list) => void deltas.push(...list),
    signal: () => undefined,
    close: () => undefined,
  });
  for (const one of steps) run(server, one);
  return { server, deltas };
}

function run(server: ReturnType<typeof fakeServer>, one: Step): void {
  const rows = server.rowsOf(7, 1);
  if (one.t === 'post') {
    server.post(7, one.who, `text ${rows.length}`, one.names ? { named: [1] } : {});
    return;
  }
  const row = rows[Math.floor(one.at * rows.length)];
  if (!row) return;
  if (one.t === 'edit') server.edit(7, row.s, `edited ${row.r}`);
  else if (one.t === 'unsend') server.unsend(7, row.s);
  else if (one.t === 'read') server.read(7, 1, row.s);
  else if (one.t === 'react') server.react(7, row.s, one.who, one.emoji);
}

const fresh = (server: ReturnType<typeof fakeServer>): ChatState => {
  const state = applySnapshot(undefined, server.snapshot(7, 1));
  if (!state) throw new Error('no snapshot');
  return state;
};

describe('mergeRow', () => {
  const copies = fc.array(fc.record({ r: fc.integer({ min: 5, max: 9 }) }), { minLength: 1, maxLength: 8 });

  it('M1: the higher r wins, in any order and however often a copy comes', () => {
    fc.assert(
      fc.property(copies, fc.infiniteStream(fc.nat(7)), (list, picks) => {
        const rows = list.map(({ r }) => buildRow(5, { r, b: { x: `as of ${r}` } }));
        const repeated = [...rows, ...[...picks.take(10)].map((pick) => rows[pick % rows.length] ?? buildRow(5))];
        const once = rows.reduce<ReturnType<typeof localRow> | undefined>(
          (kept, row) => mergeRow(kept, row, localChat().c),
          undefined,
        );
        const shuffled = repeated
          .toReversed()
          .reduce<typeof once>((kept, row) => mergeRow(kept, row, localChat().c), undefined);
        expect(shuffled).toEqual(once);
        expect(once?.r).toBe(Math.max(...rows.map((row) => row.r)));
      }),
    );
  });

  it('M2: a copy made for everybody keeps what I know of my own reaction', () => {
    const stored = localRow(5, { my: 'a' });
    expect(mergeRow(stored, buildRow(5, { r: 8 }), stored.c).my).toBe('a');
    expect(mergeRow(stored, buildRow(5, { r: 8, my: null }), stored.c).my).toBeNull();
  });

  it('M2, O19: nor of my vote, and with the same rev a copy made for me adds it', () => {
    const stored = localRow(5, { mb: [1] });
    expect(mergeRow(stored, buildRow(5, { r: 8 }), stored.c).mb).toEqual([1]);
    expect(mergeRow(stored, buildRow(5, { r: 8, mb: [] }), stored.c).mb).toEqual([]);
    expect(mergeRow(stored, buildRow(5, { r: 5, mb: [0, 2] }), stored.c).mb).toEqual([0, 2]);
    expect(mergeRow(stored, buildRow(5, { r: 4, mb: [0] }), stored.c).mb).toEqual([1]);
    expect(mergeRow(stored, buildRow(5, { r: 9, del: 1 }), stored.c)).not.toHaveProperty('mb');
  });

  it('M6: a fetched row meets the need only if it is as new as the change that was told', () => {
    const stored = localRow(5, { need: 9 });
    expect(mergeRow(stored, buildRow(5, { r: 8 }), stored.c)).toMatchObject({ r: 8, need: 9 });
    expect(mergeRow(stored, buildRow(5, { r: 9 }), stored.c)).not.toHaveProperty('need');
  });
});

describe('applyDelta', () => {
  it('M4: deltas in any order, repeated and lost, and one catch-up give the state of a device that saw everything', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(step, { maxLength: 30 }),
        fc.infiniteStream(share),
        (before, after, chance) => {
          const { server, deltas } = play([{ t: 'post', who: 2, names: false }, ...before]);
          const loaded = applyPageOf(server, fresh(server));
          const told = deltas.length;
          for (const one of after) run(server, one);
          const live = deltas.slice(told);
          const next = (): number => chance.next().value ?? 0;
          const arriving = live.flatMap((delta) => (next() < 0.2 ? [] : next() < 0.2 ? [delta, delta] : [delta]));
          arriving.sort(() => next() - 0.5);
          const messy = arriving.reduce(applyDelta, loaded);
          const healed = applyDelta(messy, catchUp(server, messy));
          const straight = live.reduce(applyDelta, loaded);
          const visible = server.rowsOf(7, 1);
          expect(healed.chat.sync).toMatchObject({ rev: server.headOf(7).rev });
          expect([...healed.rows.values()].sort((a, b) => a.s - b.s).map(plain)).toEqual(visible.map(plain));
          expect([...straight.rows.values()].sort((a, b) => a.s - b.s).map(plain)).toEqual(visible.map(plain));
          expect(healed.chat.head).toEqual(straight.chat.head);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('M3: the watermark moves only over changes that were told', () => {
    const state = chatState({
      chat: localChat({ sync: { rev: 3, state: 'fresh', tailFrom: 1, ranges: [] } }),
      rows: [1, 2, 3].map((s) => localRow(s)),
    });
    const hole = applyDelta(state, buildDelta(5, 6));
    expect(hole.chat.sync).toMatchObject({ rev: 3, state: 'behind' });
    expect(seqs(hole)).toEqual([1, 2, 3]);
    expect(hole.chat.head.rev).toBe(6);
    const closed = applyDelta(hole, buildDelta(3, 6));
    expect(closed.chat.sync).toMatchObject({ rev: 6, state: 'fresh' });
    expect(seqs(closed)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('M5: a reaction seen behind a hole does not hide an edit that is still to come', () => {
    const state = chatState({
      chat: localChat({ sync: { rev: 3, state: 'fresh', tailFrom: 1, ranges: [] } }),
      rows: [1, 2, 3].map((s) => localRow(s)),
    });
    // rev 4 edited message 2 and was lost; rev 5 is a reaction on it.
    const reacted: Delta = { ...buildDelta(4, 5), rows: [], rx: [[2, 5, { a: 1 }, [[toMemberId(2), 'a']]]] };
    const edited = buildRow(2, { r: 5, b: { x: 'edited' }, rx: { a: 1 } });
    const healed = applyDelta(applyDelta(state, reacted), { ...buildDelta(3, 5), rows: [edited] });
    expect(healed.rows.get(2)).toMatchObject({ r: 5, b: { x: 'edited' }, rx: { a: 1 } });
  });

  it('M7: with nothing cached a delta behind a hole is a beginning, not a hole', () => {
    const state = applyDelta(chatState(), buildDelta(5, 6));
    expect(state.chat.sync).toMatchObject({ rev: 6, tailFrom: 6, state: 'fresh' });
    expect(seqs(state)).toEqual([6]);
  });

  it('M8: a reset makes the older spans stale, keeps their rows, and tells them of unsent ones', () => {
    const state = chatState({
      chat: localChat({ head: buildHead(4), sync: { rev: 4, state: 'fresh', tailFrom: 2, ranges: [] } }),
      rows: [2, 3, 4].map((s) => localRow(s)),
    });
    const reset: Delta = { ...buildDelta(4, 90), rows: [buildRow(89), buildRow(90)], del: [3], reset: 1 };
    const next = applyDelta(state, reset);
    expect(next.chat.sync).toMatchObject({ rev: 90, tailFrom: 89, ranges: [{ from: 2, to: 4, rev: 4 }] });
    expect(texts(next)).toEqual(['text 2', undefined, 'text 4', 'text 89', 'text 90']);
    expect(next.rows.get(3)?.del).toBeDefined();
  });

  it('M9: a broken row is put aside and does not stop the others', () => {
    const bad = { ...buildRow(2), s: -4 };
    const next = applyDelta(
      chatState({ chat: localChat({ sync: { rev: 0, state: 'fresh', tailFrom: 1, ranges: [] } }) }),
      {
        ...buildDelta(0, 3),
        rows: [buildRow(1), bad, buildRow(3)],
      },
    );
    expect(seqs(next)).toEqual([1, 3]);
    expect(next.rejected).toEqual([{ what: 'row', row: bad }]);
    expect(next.chat.sync.rev).toBe(3);
  });

  it('M10: never stores a row below the floor', () => {
    const chat = localChat({ me: buildMe({ fl: 3 }), sync: { rev: 0, state: 'fresh', tailFrom: 1, ranges: [] } });
    expect(seqs(applyDelta(chatState({ chat }), buildDelta(0, 5)))).toEqual([3, 4, 5]);
  });

  it('M6: a change without content is remembered on the cached row only', () => {
    const chat = localChat({ sync: { rev: 3, state: 'fresh', tailFrom: 2, ranges: [] } });
    const next = applyDelta(chatState({ chat, rows: [localRow(2), localRow(3)] }), {
      ...buildDelta(3, 5),
      rows: [],
      touch: [
        [1, 4],
        [2, 5],
      ],
    });
    expect(next.rows.get(2)).toMatchObject({ r: 2, need: 5 });
    expect(next.rows.has(1)).toBe(false);
  });
});

describe('a page that was cut', () => {
  it('M16: a reaction to a message that it left out does not connect, because an edit of it may be missing', () => {
    const chat = localChat({ head: buildHead(4), sync: { rev: 4, state: 'fresh', tailFrom: 2, ranges: [] } });
    const before = chatState({ chat, rows: [localRow(2), localRow(3), localRow(4)] });
    // Message 4 was edited at 5 and got a reaction at 9; the page ends at 8.
    const cut = applyDelta(before, {
      ...buildDelta(4, 8),
      rows: [6, 7, 8].map((seq) => buildRow(seq)),
      head: buildHead(9),
    });
    expect(cut.chat.sync).toMatchObject({ rev: 8, state: 'behind', cut: 9 });
    const live = applyDelta(cut, { ...buildDelta(8, 9), rows: [], rx: [[4, 9, { '👍': 1 }, []]] });
    expect(live.chat.sync).toMatchObject({ rev: 8, state: 'behind' });
    expect(live.rows.get(4)?.r).toBe(4);
    const edited = buildRow(4, { r: 9, b: { x: 'edited' }, rx: { '👍': 1 } });
    const whole = applyDelta(live, { ...buildDelta(8, 9), rows: [edited] });
    expect(whole.rows.get(4)?.b).toEqual({ x: 'edited' });
    expect(whole.chat.sync).toMatchObject({ rev: 9, state: 'fresh' });
    expect(whole.chat.sync.cut).toBeUndefined();
  });
});

describe('an edit and a reaction in one delta', () => {
  it('M6: the reaction does not raise r over the text that is still to be fetched', () => {
    const chat = localChat({ sync: { rev: 3, state: 'fresh', tailFrom: 2, ranges: [] } });
    const next = applyDelta(chatState({ chat, rows: [localRow(2), localRow(3)] }), {
      ...buildDelta(3, 5),
      rows: [],
      rx: [[2, 5, { '👍': 1 }, []]],
      touch: [[2, 5]],
    });
    expect(next.rows.get(2)).toMatchObject({ r: 2, need: 5, rx: { '👍': 1 } });
  });
});

describe('the outbox in a delta', () => {
  const me = toMemberId(1);
  const chat = localChat({ sync: { rev: 0, state: 'fresh', tailFrom: 1, ranges: [] } });

  it('O1: a send leaves when its own row is stored, and only then', () => {
    const outbox = [sendEntry(1), sendEntry(2)];
    const next = applyDelta(chatState({ chat, outbox }), { ...buildDelta(0, 1), rows: [buildRow(1, { u: me })] });
    expect(next.outbox.map((entry) => entry.i)).toEqual(['cid-2']);
  });

  it('O2: a row of somebody else with the same cid takes nothing away', () => {
    const next = applyDelta(chatState({ chat, outbox: [sendEntry(1)] }), buildDelta(0, 1));
    expect(next.outbox).toHaveLength(1);
    expect(seqs(next)).toEqual([1]);
  });

  it('O3: a row seen behind a hole turns its entry to acked, so that it is on screen once at every moment', () => {
    const held = chatState({
      chat: localChat({ sync: { rev: 1, state: 'fresh', tailFrom: 1, ranges: [] } }),
      rows: [localRow(1)],
      outbox: [sendEntry(3)],
    });
    const seen = applyDelta(held, { ...buildDelta(2, 3), rows: [buildRow(3, { u: me })] });
    expect(seen.outbox).toMatchObject([{ i: 'cid-3', state: 'acked', s: 3, r: 3 }]);
    expect(seen.rows.has(3)).toBe(false);
    const healed = applyDelta(seen, { ...buildDelta(1, 3), rows: [buildRow(2), buildRow(3, { u: me })] });
    expect(healed.outbox).toEqual([]);
    expect(healed.rows.has(3)).toBe(true);
  });

  it('O4: followers of a message learn its position when it is known', () => {
    const edit = {
      ...sendEntry(2),
      i: 'op',
      action: { t: 'edit', c: chat.c, target: 'cid-1', b: { x: 'new' }, op: 'op' },
    } as never;
    const next = applyDelta(chatState({ chat, outbox: [sendEntry(1), edit] }), {
      ...buildDelta(0, 1),
      rows: [buildRow(1, { u: me })],
    });
    expect(next.outbox).toMatchObject([{ action: { t: 'edit', s: 1 } }]);
  });

  it('O5: an acked change stays until the watermark has it', () => {
    const acked = { ...sendEntry(9), state: 'acked', r: 3 } as const;
    const first = applyDelta(chatState({ chat, outbox: [acked] }), buildDelta(0, 2));
    expect(first.outbox).toHaveLength(1);
    expect(applyDelta(first, buildDelta(2, 3)).outbox).toEqual([]);
  });
});

describe('heads and snapshots', () => {
  it('M11: a digest moves an empty cache along and leaves a filled one behind', () => {
    expect(applyHead(chatState(), buildHead(9)).chat.sync).toMatchObject({ rev: 9, tailFrom: 10, state: 'none' });
    const filled = chatState({
      chat: localChat({ sync: { rev: 3, state: 'fresh', tailFrom: 1, ranges: [] } }),
      rows: [localRow(3)],
    });
    expect(applyHead(filled, buildHead(9)).chat.sync).toMatchObject({ rev: 3, state: 'behind' });
    expect(applyHead(filled, buildHead(9)).chat.unread).toBe(9);
  });

  it('M12: a higher floor deletes what is below it', () => {
    const held = chatState({
      chat: localChat({ head: buildHead(5), sync: { rev: 5, state: 'fresh', tailFrom: 1, ranges: [] } }),
      rows: [1, 2, 3, 4, 5].map((s) => localRow(s)),
    });
    const next = applySnapshot(held, { h: buildHead(5), me: buildMe({ mv: 2, fl: 4 }) });
    expect(next && seqs(next)).toEqual([4, 5]);
    expect(next?.chat.sync.tailFrom).toBe(4);
    const lower = next && applySnapshot(next, { h: buildHead(5), me: buildMe({ mv: 3, fl: 2 }) });
    expect(lower?.chat.me.fl).toBe(4);
    expect(lower?.chat.sync.tailFrom).toBe(4);
  });

  it('M12: a floor beyond the watermark holds for what the changes up to it would claim', () => {
    const held = chatState({
      chat: localChat({ head: buildHead(12), sync: { rev: 5, state: 'behind', tailFrom: 1, startSeq: 1, ranges: [] } }),
      rows: [1, 2, 3, 4, 5].map((s) => localRow(s)),
    });
    // Taken out at 6 and back in at 12: nothing of what was said before may be seen, and the device has not caught up yet.
    const back = applySnapshot(held, { h: buildHead(12), me: buildMe({ mv: 3, fl: 12 }) });
    if (!back) throw new Error('no chat');
    const later = applyDelta(back, buildDelta(5, 14));
    expect(later.chat.sync).toMatchObject({ rev: 14, tailFrom: 12, startSeq: 12 });
    expect(seqs(later)).toEqual([12, 13, 14]);
    // Whatever starts over has nothing stale below the floor, of which no check would tell.
    const anew = applyDelta(later, { ...buildDelta(20, 22), reset: 1, del: [] });
    expect(anew.chat.sync.ranges).toEqual([{ from: 12, to: 14, rev: 14 }]);
  });

  it('M17: an invited person has an empty chat, which begins anew when the invitation was accepted', () => {
    const top = Number.MAX_SAFE_INTEGER;
    const asked = buildMe({ mv: 4, st: memberState.invited, fl: top, rs: 5, rn: 3, by: toMemberId(2) });
    const invited = applySnapshot(undefined, { h: buildHead(8), me: asked, meta: buildMeta({ title: 'Then' }) });
    if (!invited) throw new Error('no chat');
    expect(invited.chat).toMatchObject({ unread: 0, mentions: 0, sync: { state: 'none' } });
    // Rows that reach him by mistake are not stored, whatever brings them.
    const heard = applyDelta(invited, buildDelta(8, 10));
    expect(seqs(heard)).toEqual([]);
    expect(heard.chat.unread).toBe(0);
    const joined = buildMe({ mv: 5, fl: 11, rs: 11, rn: 10, lo: 11 });
    const waiting = { ...heard, outbox: [sendEntry(1)] };
    const inside = applySnapshot(waiting, { h: buildHead(12), me: joined });
    expect(inside?.chat).toMatchObject({
      me: joined,
      meta: { title: 'Then' },
      sync: { rev: 12, tailFrom: 13, state: 'none' },
      unread: 2,
    });
    expect(inside?.outbox).toHaveLength(1);
    // An answer that was on its way before changes nothing any more.
    const late = inside && applySnapshot(inside, { h: buildHead(8), me: asked });
    expect(late?.chat).toEqual(inside?.chat);
    const out = late && applySnapshot(late, { h: buildHead(14), me: { ...asked, mv: 7 } });
    expect(out?.chat).toMatchObject({ me: { st: memberState.invited, fl: top }, unread: 0 });
  });

  it('M13: own settings on their way stay laid over what the server says', () => {
    const next = applySnapshot(chatState(), { h: buildHead(1), me: buildMe({ mv: 2, pin: 3 }) }, [
      { mute: 500, pin: 0 },
    ]);
    expect(next?.chat.me).toMatchObject({ mv: 2, mu: 500 });
    expect(next?.chat.me).not.toHaveProperty('pin');
  });
});

/** Rows compare by everything but where they came from: `my` absent, undefined and null all mean "no reaction of mine". */
function plain(row: object): object {
  const { my, c: _c, rx, ...rest } = row as { my?: string | null; c?: number; rx?: Record<string, number> };
  return { ...rest, ...(my ? { my } : {}), ...(rx && Object.keys(rx).length > 0 ? { rx } : {}) };
}

/** The whole history, as if the person had scrolled up to the start. */
function applyPageOf(server: ReturnType<typeof fakeServer>, state: ChatState): ChatState {
  const all = server.rowsOf(7, 1);
  const rev = server.headOf(7).rev;
  const delta: Delta = { c: state.chat.c, a: 0, b: rev, rows: all, head: server.headOf(7) };
  const empty = {
    ...state,
    chat: { ...state.chat, sync: { rev: 0, state: 'none' as const, tailFrom: 1, ranges: [] } },
  };
  return rev === 0 ? empty : applyDelta(empty, delta);
}

function catchUp(server: ReturnType<typeof fakeServer>, state: ChatState): Delta {
  const rows = server.rowsOf(7, 1);
  const fake = {
    id: state.chat.c,
    rows: new Map(rows.map((row) => [row.s, row])),
    reactions: new Map(),
    standing: new Map([[1, { fl: 0 }]]),
  };
  const head = server.headOf(7);
  const made = deltaSince(
    { ...fake, rev: head.rev, n: head.n, members: [], meta: state.chat.meta } as unknown as FakeChat,
    1,
    state.chat.sync.rev,
    1_000,
  );
  return { ...made, head };
}
