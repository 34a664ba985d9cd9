import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberState } from '#protocol/entities/memberState.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { ChangeBatch, LocalChat, LocalKeys, LocalTables, TableName } from '#sync/changes.ts';
import { applyChatList, projectChatList } from './applyChatList.ts';
import { applyChatWindow, projectChatWindow } from './applyChatWindow.ts';
import { emptyChatList } from './chatListStore.ts';
import { emptyChatWindow } from './chatWindowStore.ts';
import { applyDrafts, projectDrafts } from './draftsStore.ts';
import { applyPeople, createPeopleStore, projectPeople } from './peopleStore.ts';
import { applyTray, projectTray } from './trayStore.ts';

const now = 1_000;
const me = 1;
const watched = toChatId(1);
const used = [
  'chats',
  'msgs',
  'outbox',
  'members',
  'users',
  'contacts',
  'drafts',
  'prefs',
] as const satisfies TableName[];
type Used = (typeof used)[number];
type Tables = { [Name in Used]: Map<string, LocalTables[Name]> };
/** A row to write or, with `gone`, a row to delete. */
type Step = { table: Used; row: LocalTables[Used]; gone: boolean };
type Commit = { wiped: Used[]; steps: Step[] };

const keys: { [Name in Used]: (row: LocalTables[Name]) => LocalKeys[Name] } = {
  chats: (row) => row.c,
  msgs: (row) => [row.c, row.s],
  outbox: (row) => row.id,
  members: (row) => [row.c, row.u],
  users: (row) => row.id,
  contacts: (row) => row.u,
  drafts: (row) => row.c,
  prefs: (row) => row.key,
};
const keyOf = (table: Used, row: LocalTables[Used]): LocalKeys[Used] => keys[table](row as never);

const small = fc.integer({ min: 1, max: 4 });
const chat = fc
  .record({
    c: small,
    bump: fc.nat(50),
    unread: fc.nat(9),
    mentions: fc.nat(3),
    pin: fc.option(small, { nil: undefined }),
    hid: fc.option(fc.nat(12), { nil: undefined }),
    mu: fc.option(fc.nat(2_000), { nil: undefined }),
    nt: fc.nat(2),
    st: fc.constantFrom<number>(...Object.values(memberState)),
    ls: fc.nat(12),
    tailFrom: fc.integer({ min: 1, max: 12 }),
    state: fc.constantFrom('none' as const, 'fresh' as const, 'behind' as const),
    prs: fc.nat(9),
  })
  .map((it) => ({
    c: toChatId(it.c),
    kind: 1,
    bump: it.bump,
    unread: it.unread,
    mentions: it.mentions,
    haveRev: 0,
    head: {
      c: toChatId(it.c),
      rev: it.ls,
      n: it.ls,
      b: it.bump,
      cnt: 2,
      mr: 0,
      ls: it.ls,
      l: { s: it.ls, u: toMemberId(2), k: 1, at: 0 },
    },
    // Read positions of the other person only ever rise; the window keeps the highest it has seen.
    me: {
      mid: toMemberId(me),
      mv: 1,
      st: it.st,
      ro: 0,
      fl: 0,
      rs: 0,
      rn: 0,
      oa: 0,
      lo: 0,
      um: 0,
      nt: it.nt,
      pin: it.pin,
      hid: it.hid,
      mu: it.mu,
    },
    meta: { kind: 1, cap: 2, receipts: 2, created: 0, r: 0 },
    sync: { rev: it.ls, state: it.state, tailFrom: it.tailFrom, ranges: [] },
  })) as fc.Arbitrary<LocalChat>;
const message = fc.record({ c: small, s: fc.nat(12), r: fc.nat(50), u: small }).map((it) => ({
  ...it,
  i: `cid-${it.s}`,
  k: 1,
  b: { x: 'x' },
  at: it.s,
  pv: 1,
}));
const action = fc.oneof(
  fc.record({
    t: fc.constant('send'),
    c: small,
    cid: fc.nat(12).map((s) => `cid-${s}`),
    b: fc.record({ x: fc.string() }),
  }),
  fc.record({ t: fc.constant('edit'), c: small, s: fc.nat(12), b: fc.record({ x: fc.string() }) }),
  fc.record({
    t: fc.constant('edit'),
    c: small,
    target: fc.nat(12).map((s) => `cid-${s}`),
    b: fc.record({ x: fc.string() }),
  }),
  fc.record({ t: fc.constant('unsend'), c: small, target: fc.nat(12).map((s) => `cid-${s}`) }),
  fc.record({ t: fc.constant('react'), c: small, s: fc.nat(12), e: fc.constantFrom('👍', null) }),
);
const entry = fc
  .record({ id: fc.nat(8), action, state: fc.constantFrom('queued', 'acked', 'failed'), at: fc.nat(60) })
  // What an entry does never changes hands: its chat and lane belong to its id.
  .map((it) => {
    const c = (it.id % 4) + 1;
    return { ...it, i: String(it.id), action: { ...it.action, c }, lane: `c:${c}`, tried: 0, tries: 0, nextAt: 0 };
  });
const member = fc.record({
  c: small,
  u: small,
  st: fc.constant(1),
  ro: fc.nat(3),
  pv: fc.nat(3),
  r: fc.nat(9),
  jr: fc.constant(0),
});
const card = (id: number) => fc.record({ id: fc.constant(id), name: fc.string(), pv: fc.nat(5) });
const user = small.chain(card);
const contact = small.chain((u) => fc.record({ u: fc.constant(u), st: fc.nat(3), urev: fc.nat(9), card: card(u) }));
const pref = fc.record({
  key: fc.constantFrom('theme', 'folder.a', 'folder.b', 'archive.1', 'archive.2'),
  val: fc.constantFrom('null', '{', '{"n":"A","p":2,"c":"1 2"}', '{"n":"B","p":1,"c":"3"}', '"1"', '"2 i"'),
  urev: fc.constant(1),
});
const draft = fc.record({ c: small, text: fc.string(), updated: fc.nat(99) });

const step = fc
  .oneof(
    ...(
      [
        ['chats', chat],
        ['msgs', message],
        ['outbox', entry],
        ['members', member],
        ['users', user],
        ['contacts', contact],
        ['drafts', draft],
        ['prefs', pref],
      ] as const
    ).map(([table, row]) => fc.record({ table: fc.constant(table), row, gone: fc.boolean() })),
  )
  .map((it) => it as unknown as Step);
const commits = fc.array(
  fc.record({
    wiped: fc.oneof(
      { weight: 9, arbitrary: fc.constant<Used[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...used]) },
    ),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  }),
  { maxLength: 25 },
);

const emptyTables = (): Tables => Object.fromEntries(used.map((name) => [name, new Map()])) as unknown as Tables;
const rowsOf = <Name extends Used>(tables: Tables, name: Name): LocalTables[Name][] =>
  [...tables[name].values()] as LocalTables[Name][];

/** Does to the tables what the store would do, and answers the batch the store would announce. */
function commit(tables: Tables, { wiped, steps }: Commit, num: number): ChangeBatch {
  const changes: Record<string, { put: unknown[]; del: unknown[] }> = {};
  for (const name of wiped) tables[name].clear();
  for (const { table, row, gone } of steps) {
    const key = keyOf(table, row);
    const change = (changes[table] ??= { put: [], del: [] });
    const isSame = (other: LocalKeys[Used]): boolean => String(other) === String(key);
    change.put = change.put.filter((old) => !isSame(keyOf(table, old as LocalTables[Used])));
    change.del = change.del.filter((old) => !isSame(old as LocalKeys[Used]));
    if (gone) change.del.push(key);
    else change.put.push(row);
    if (gone) tables[table].delete(String(key));
    else (tables[table] as Map<string, unknown>).set(String(key), row);
  }
  return { num, tables: changes, ...(wiped.length > 0 ? { wiped } : {}) } as ChangeBatch;
}

/** Applies all commits as batches and compares with what a fresh read of the final tables makes. */
function sameAsFreshRead<State>(
  history: Commit[],
  project: (tables: Tables) => State,
  apply: (state: State, batch: ChangeBatch) => State,
): void {
  const tables = emptyTables();
  let state = project(tables);
  history.forEach((one, index) => (state = apply(state, commit(tables, one, index + 1))));
  expect(state).toEqual(project(tables));
}

describe('batches in order make the same state as a fresh read of the final rows', () => {
  const holds = <State>(project: (tables: Tables) => State, apply: (state: State, batch: ChangeBatch) => State): void =>
    fc.assert(
      fc.property(commits, (history) => sameAsFreshRead(history, project, apply)),
      { numRuns: 400 },
    );

  it('chat list', () =>
    holds(
      (tables) =>
        projectChatList(
          emptyChatList,
          { chats: rowsOf(tables, 'chats'), outbox: rowsOf(tables, 'outbox'), prefs: rowsOf(tables, 'prefs') },
          now,
        ),
      (state, batch) => applyChatList(state, batch, now),
    ));
  it('tray', () => holds((tables) => projectTray(rowsOf(tables, 'outbox')), applyTray));
  it('drafts', () => holds((tables) => projectDrafts(rowsOf(tables, 'drafts')), applyDrafts));
  it('people', () =>
    holds(
      (tables) =>
        projectPeople(createPeopleStore().getState(), {
          users: rowsOf(tables, 'users'),
          contacts: rowsOf(tables, 'contacts'),
        }),
      applyPeople,
    ));
  it('chat window', () =>
    fc.assert(
      fc.property(commits, fc.nat(12), fc.oneof(fc.nat(12), fc.constant(Infinity)), (history, from, to) => {
        sameAsFreshRead(
          history,
          (tables) =>
            projectChatWindow(
              emptyChatWindow(watched),
              {
                chat: rowsOf(tables, 'chats').find((row) => row.c === watched),
                messages: rowsOf(tables, 'msgs')
                  .filter((row) => row.c === watched && row.s >= from && row.s <= to)
                  .toSorted((a, b) => a.s - b.s),
                outbox: rowsOf(tables, 'outbox').filter((row) => row.lane === `c:${watched}`),
                members: rowsOf(tables, 'members').filter((row) => row.c === watched),
              },
              { from, to },
            ),
          applyChatWindow,
        );
      }),
      { numRuns: 400 },
    ));
});

describe('chat list', () => {
  const makeChat = (
    c: number,
    more: { me?: object; meta?: object; bump?: number; unread?: number; mentions?: number },
  ): LocalChat =>
    ({
      c: toChatId(c),
      bump: more.bump ?? 0,
      unread: more.unread ?? 0,
      mentions: more.mentions ?? 0,
      head: { ls: 5, l: { s: 5 } },
      me: { mid: toMemberId(me), st: 1, nt: 0, ...more.me },
      meta: more.meta ?? {},
    }) as LocalChat;
  const list = (...chats: LocalChat[]) => projectChatList(emptyChatList, { chats, outbox: [], prefs: [] }, now);

  it('puts pinned chats first, by rank, then the newest', () => {
    const state = list(
      makeChat(1, { bump: 9 }),
      makeChat(2, { bump: 10 }),
      makeChat(3, { bump: 1, me: { pin: 1 } }),
      makeChat(4, { bump: 2, me: { pin: 2 } }),
    );
    expect(state.order).toEqual([4, 3, 2, 1]);
  });

  it('hides a chat until something is written after it was hidden', () => {
    expect(list(makeChat(1, { me: { hid: 5 } })).order).toEqual([]);
    expect(list(makeChat(1, { me: { hid: 4 } })).order).toEqual([1]);
  });

  it('counts mentions only where a chat is muted, and all again when the mute has ended', () => {
    const chats = [makeChat(1, { unread: 3 }), makeChat(2, { unread: 5, mentions: 1, me: { mu: now + 1 } })];
    expect(list(...chats).totalUnread).toBe(4);
    expect(projectChatList(emptyChatList, { chats, outbox: [], prefs: [] }, now + 2).totalUnread).toBe(8);
  });

  it('lists rooms in their community, and counts them with it: as quiet as it is, and archived with it', () => {
    const room = { meta: { parent: toChatId(1) } };
    const rooms = [
      makeChat(2, { ...room, unread: 4 }),
      makeChat(3, { ...room, unread: 9, mentions: 1, me: { nt: 2 } }),
    ];
    const state = list(makeChat(1, { unread: 3 }), ...rooms);
    expect(state.order).toEqual([1]);
    expect(state.totalUnread).toBe(8);
    expect(list(makeChat(1, { unread: 3, me: { nt: 2 } }), ...rooms).totalUnread).toBe(1);
    const put = [{ key: 'archive.1', val: '"1"', urev: 1 }];
    expect(applyChatList(state, { num: 1, tables: { prefs: { put, del: [] } } }, now).totalUnread).toBe(0);
  });

  it('H3: neither lists threads nor counts them', () => {
    const thread = makeChat(2, {
      meta: { parent: toChatId(1), root: { c: toChatId(1), s: 4 } },
      unread: 4,
      mentions: 1,
    });
    const state = list(makeChat(1, { unread: 3 }), thread);
    expect(state).toMatchObject({ order: [1], totalUnread: 3 });
  });

  it('counts nothing of what is archived, from the batch on that archives it', () => {
    const state = list(makeChat(1, { unread: 3 }), makeChat(2, { unread: 5, mentions: 1 }));
    const put = [{ key: 'archive.2', val: '"2"', urev: 1 }];
    const quiet = applyChatList(state, { num: 1, tables: { prefs: { put, del: [] } } }, now);
    expect(quiet).toMatchObject({ totalUnread: 3, archived: new Set([2]), order: state.order });
    const other = [{ key: 'theme', val: '"dark"', urev: 2 }];
    expect(applyChatList(quiet, { num: 2, tables: { prefs: { put: other, del: [] } } }, now)).toBe(quiet);
  });

  it('leaves the state alone when a batch is about other tables', () => {
    const state = list(makeChat(1, {}));
    expect(
      applyChatList(
        state,
        { num: 1, tables: { users: { put: [{ id: toUserId(1), name: 'a', pv: 1 }], del: [] } } },
        now,
      ),
    ).toBe(state);
  });
});
