import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { chatState, localChat, localRow } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { buildHead, buildMe, buildRow } from '#testing/builders/chatBuilders.ts';
import { createDoor } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import { applyDelta } from './merge.ts';
import { putSnapshots } from './inbox.ts';
import { saveChat } from './saveChat.ts';

const delta = (a: number) => ({ c: toChatId(7), a, b: a + 1, rows: [buildRow(a + 1)], head: buildHead(a + 1) });

it('N7: a delta never passes what was handed in before it', async () => {
  const store = memoryLocalStore();
  const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
  const door = createDoor(ctx);
  // As an invited device hears it: the change that let it in, the chat itself, and what was written there next.
  const done = [
    door.deltas([delta(0)]),
    door.run(() => store.commit((tx) => tx.put('chats', [localChat({ head: buildHead(1) })]))),
    door.deltas([delta(1)]),
  ];
  await Promise.all(done);
  expect(store.dump('msgs').map(({ s }) => s)).toEqual([2]);
});

it('N10: a transaction takes 500 deltas and 500 rows at most, and a longer delta alone', async () => {
  const store = memoryLocalStore();
  await store.commit((tx) => tx.put('chats', [localChat()]));
  const sizes: number[] = [];
  store.onCommit(({ tables }) => void sizes.push(tables.msgs?.put.length ?? 0));
  const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
  const long = (a: number, b: number): Delta => ({
    c: toChatId(7),
    a,
    b,
    rows: Array.from({ length: b - a }, (_, at) => buildRow(a + 1 + at)),
    head: buildHead(b),
  });
  await createDoor(ctx).deltas([
    long(0, 300),
    long(300, 550),
    long(550, 1_300),
    ...Array.from({ length: 600 }, (_, at) => delta(1_300 + at)),
  ]);
  expect(sizes).toEqual([300, 250, 750, 500, 100]);
  expect(store.dump('chats')[0]).toMatchObject({ unread: 1_900, sync: { rev: 1_900 } });
});

it('U8: counts that look at single rows only where these are mine or name me are those of all rows', async () => {
  const me = toMemberId(1);
  const anyRows = fc.array(fc.record({ isMine: fc.boolean(), isNamed: fc.boolean(), isForAll: fc.boolean() }), {
    minLength: 2,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(anyRows, fc.nat(), fc.nat(), fc.nat(), async (kinds, cut, read, wrote) => {
      const rows = kinds.map(({ isMine, isNamed, isForAll }, at) =>
        localRow(at + 1, {
          u: isMine ? me : toMemberId(2),
          ...(isNamed ? { m: [me] } : {}),
          ...(isForAll ? { ma: 1 as const } : {}),
        }),
      );
      const cached = 1 + (cut % (rows.length - 1));
      const rs = read % (cached + 1);
      const lo = rows.findLast(({ s, u }) => u === me && s <= wrote % (cached + 1))?.s ?? 0;
      const chat = localChat({
        head: buildHead(cached),
        me: buildMe({ rs, rn: rs, lo }),
        sync: { rev: cached, state: 'fresh', tailFrom: 1, ranges: [], startSeq: 1 },
        umRev: rs,
      });
      const before = chatState({ chat, rows: rows.slice(0, cached) });
      const arriving: Delta = {
        c: chat.c,
        a: cached,
        b: rows.length,
        rows: rows.slice(cached).map(({ c: _c, ...row }) => row),
        head: buildHead(rows.length),
      };
      const store = memoryLocalStore();
      await store.commit((tx) => saveChat(tx, undefined, before));
      const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
      await createDoor(ctx).deltas([arriving]);
      const { unread, mentions } = applyDelta(before, arriving).chat;
      expect(store.dump('chats')[0]).toMatchObject({ unread, mentions });
    }),
  );
});

it('U8: a page that is ahead of the deltas keeps my reaction when the same rows come for the whole room', async () => {
  const store = memoryLocalStore();
  const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
  const sync = { rev: 2, state: 'fresh', tailFrom: 1, ranges: [], startSeq: 1 } as const;
  const chat = localChat({ head: buildHead(2), sync: { ...sync, ranges: [] } });
  const rows = [localRow(1), localRow(2), localRow(3, { rx: { '👍': 1 }, my: '👍' })];
  await store.commit((tx) => saveChat(tx, undefined, chatState({ chat, rows })));
  expect(store.dump('msgs').map(({ tell }) => tell)).toEqual([undefined, undefined, 3]);
  await createDoor(ctx).deltas([{ ...delta(2), rows: [buildRow(3, { rx: { '👍': 1 } })] }]);
  expect(store.dump('msgs')[2]).toMatchObject({ s: 3, my: '👍' });
});

it('U8: a row that stops naming me loses its mark, and my own rows keep theirs', async () => {
  const store = memoryLocalStore();
  const ctx = { commit: async (work: never) => (await store.commit(work)).result } as unknown as EngineContext;
  await store.commit((tx) => tx.put('chats', [localChat()]));
  const door = createDoor(ctx);
  const named = buildRow(1, { m: [toMemberId(1)] });
  const mine = buildRow(2, { u: toMemberId(1) });
  await door.deltas([{ c: toChatId(7), a: 0, b: 2, rows: [named, mine], head: buildHead(2) }]);
  expect(store.dump('msgs').map(({ tell }) => tell)).toEqual([1, 2]);
  await door.deltas([
    { c: toChatId(7), a: 2, b: 3, rows: [{ ...buildRow(1), r: 3, ed: 5 }], head: buildHead(3, { n: 2, ls: 2 }) },
  ]);
  expect(store.dump('msgs').map(({ tell }) => tell)).toEqual([undefined, 2]);
  expect(store.dump('chats')[0]?.mentions).toBe(0);
});

it('M12: a higher floor takes away what lies below it on the disk, also what was not loaded for the change', async () => {
  const store = memoryLocalStore();
  const ranges = [{ from: 1, to: 2, rev: 5 }];
  const chat = localChat({ head: buildHead(9), sync: { rev: 9, state: 'fresh', tailFrom: 5, ranges } });
  const rows = [1, 2, 5, 6, 7, 8, 9].map((s) => localRow(s));
  const other = { ...localRow(1), c: toChatId(8) };
  await store.commit((tx) => saveChat(tx, undefined, chatState({ chat, rows })));
  await store.commit((tx) => tx.put('msgs', [other]));
  await store.commit((tx) => putSnapshots(tx, [{ h: buildHead(9), me: buildMe({ mv: 2, fl: 7 }) }]));
  expect(store.dump('msgs').map(({ c, s }) => [c, s])).toEqual([
    [7, 7],
    [7, 8],
    [7, 9],
    [8, 1],
  ]);
  expect(store.dump('chats')[0]?.sync).toMatchObject({ tailFrom: 7, ranges: [] });
});
