import { describe, expect, it } from 'vitest';
import type { LocalChat, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { checkConverged } from './checkConverged.ts';
import { checkDevice } from './checkDevice.ts';
import { checkUnique } from './checkUnique.ts';
import type { DeviceState } from './deviceState.ts';
import type { HistoryEvent, OperationEvent, SawEvent, SeenRow, Violation } from './history.ts';
import { indexStored } from './indexStored.ts';
import type { StoredChat, StoredRow } from './storedWorld.ts';

/*
 * A checker that never complains proves nothing. Here is one small true history, and every rule is shown to notice a lie about it.
 *
 * Chat 7: Ana (1, devices 0 and 1) and Ben (2, device 2). seq 1: the group is made; 2: Ana "a"; 3: Ben "b", edited as of 5; 4: Ana "c", unsent as of 6.
 */
const row = (s: number, r: number, u: number, i: string, rest: Partial<StoredRow> = {}): StoredRow => ({
  s,
  r,
  u,
  i,
  n: s > 1 ? s - 1 : undefined,
  isUnsent: false,
  isEdited: false,
  at: 1_000 + s,
  names: [],
  rx: {},
  ...rest,
});

function makeTruth() {
  const chat: StoredChat = {
    c: 7,
    head: { rev: 6, n: 3, lastSeq: 4, members: 2 },
    rows: [
      row(1, 1, 1, 'made'),
      row(2, 2, 1, 'a', { x: 'a', names: [2] }),
      row(3, 5, 2, 'b', { x: 'B', isEdited: true, rx: { '👍': 1 } }),
      row(4, 6, 1, 'c', { isUnsent: true }),
    ],
    members: [
      { user: 1, isJoined: true, floor: 1, rs: 2 },
      { user: 2, isJoined: true, floor: 1, rs: 1 },
    ],
    spans: new Map([1, 2].map((user) => [user, [{ from: 1, to: Infinity }]])),
  };
  const ops = new Map([
    ['1:unsend', '{"r":6}'],
    ['2:edit', '{"r":5}'],
    ['1:kick', '{"name":"chat.kick","result":{"r":6}}'],
  ]);
  return { chat, world: { chats: [chat], ops } };
}

const invoke = (f: OperationEvent['f'], id: string): OperationEvent => ({ e: 'invoke', t: 0, d: 0, f, id, c: 7 });
const ok = (f: OperationEvent['f'], id: string, values: object = {}): OperationEvent => ({
  e: 'ok',
  t: 1,
  d: 0,
  f,
  id,
  c: 7,
  ...values,
});
const failed = (f: OperationEvent['f'], id: string): OperationEvent => ({
  e: 'fail',
  t: 1,
  d: 0,
  f,
  id,
  c: 7,
  code: 'BAD',
});
const saw = (rows: SeenRow[], rev: number, rest: Partial<SawEvent['chat']> = {}): SawEvent => ({
  e: 'saw',
  t: 2,
  d: 0,
  c: 7,
  rows,
  chat: { rev, tailFrom: 1, head: rev, rs: 1, ...rest },
});

/** What Ana's first device lived through; `change` may lie. */
function check(change: (history: HistoryEvent[], truth: ReturnType<typeof makeTruth>) => void = () => undefined) {
  const truth = makeTruth();
  const history: HistoryEvent[] = [
    { e: 'phase', t: 0, d: 0, phase: 'live' },
    invoke('send', 'a'),
    saw([[1, 1, 1, 'made', 1]], 1),
    saw([[2, 2, 1, 'a', 1]], 2),
    ok('send', 'a', { s: 2, r: 2, n: 1, at: 1_002 }),
    invoke('send', 'c'),
    { ...ok('send', 'c'), e: 'info', code: 'TIMEOUT' } as OperationEvent,
    saw([[3, 3, 2, 'b', 1]], 3, { rs: 2 }),
    saw([[4, 4, 1, 'c', 1]], 4, { rs: 2 }),
    ok('send', 'c', { s: 4, r: 4, n: 3, at: 1_004, dup: 1 }),
    ok('read', '7:2', { s: 2 }),
    ok('unsend', 'unsend', { s: 4, r: 6 }),
    ok('kick', 'kick', { r: 6 }),
    failed('send', 'never'),
    saw(
      [
        [3, 5, 2, 'b', 1],
        [4, 6, 1, 'c', 0],
      ],
      6,
      { rs: 2 },
    ),
  ];
  change(history, truth);
  return checkDevice({ d: 0, user: 1 }, history, indexStored(truth.world));
}

const rulesOf = (found: readonly Violation[]): string[] => [...new Set(found.map(({ rule }) => rule))];

function localRow(stored: StoredRow): LocalMessage {
  const { s, r, n, u, i, x, at, rx, isUnsent } = stored;
  const content = isUnsent ? { b: {}, del: 1_006 } : x === undefined ? { b: { ev: 'created' } } : { b: { x } };
  return { c: 7, s, r, n, u, i, k: 1, at, pv: 1, rx, ...content } as unknown as LocalMessage;
}

function localChat(user: number, numbers: { rs: number; unread: number; mentions: number }): LocalChat {
  const { rs, unread, mentions } = numbers;
  return {
    c: 7,
    head: { rev: 6, n: 3, ls: 4, cnt: 2 },
    me: { mid: user, st: 1, rs, mv: 1, nt: 0 },
    unread,
    mentions,
    sync: { rev: 6, state: 'fresh', tailFrom: 1, ranges: [] },
  } as unknown as LocalChat;
}

/** Three devices at rest; `change` may lie. */
function settle(change: (states: [DeviceState, DeviceState, DeviceState]) => void = () => undefined) {
  const { world } = makeTruth();
  const device = (d: number, user: number, chat: LocalChat): DeviceState => ({
    d,
    user,
    chats: [chat],
    msgs: (world.chats[0] as StoredChat).rows.map(localRow),
    outbox: [],
    marks: 0,
  });
  const states: [DeviceState, DeviceState, DeviceState] = [
    device(0, 1, localChat(1, { rs: 2, unread: 1, mentions: 0 })),
    device(1, 1, localChat(1, { rs: 2, unread: 1, mentions: 0 })),
    device(2, 2, localChat(2, { rs: 1, unread: 2, mentions: 1 })),
  ];
  change(states);
  return { states, world, found: checkConverged(indexStored(world), states) };
}

const waiting = (cid: string): OutboxEntry =>
  ({ state: 'queued', action: { t: 'send', c: 7, cid } }) as unknown as OutboxEntry;

describe('the checker of fault runs', () => {
  it('has nothing to say about a true history', () => {
    expect(check()).toEqual([]);
    const { states, world, found } = settle();
    expect([...found, ...checkUnique(indexStored(world), states)]).toEqual([]);
  });

  it('(a) notices an acknowledged message that is not stored', () => {
    expect(rulesOf(check((_, { chat }) => chat.rows.splice(1, 1)))).toContain('acked');
    const lost = check((history) => history.push(ok('send', 'lost', { s: 9 })));
    expect(lost.map(({ text }) => text)).toEqual(['device 0, send lost in 7: acknowledged, but not stored']);
    expect(rulesOf(check((history) => history.push({ ...ok('send', 'a'), c: 8 })))).toEqual(['acked']);
  });

  it('(a) notices a failed message and a failed change that are stored', () => {
    expect(rulesOf(check((history) => history.push(failed('send', 'a'))))).toEqual(['acked']);
    expect(rulesOf(check((history) => history.push(failed('unsend', 'unsend'))))).toEqual(['acked']);
  });

  it('(a) notices acknowledged changes and read marks without a trace', () => {
    expect(rulesOf(check((_, { world }) => world.ops.delete('1:unsend')))).toEqual(['acked']);
    const noRow = check((history) => history.push(ok('unsend', 'unsend', { s: 9, r: 6 })));
    expect(rulesOf(noRow)).toEqual(['acked']);
    const older = check((_, { chat }) => Object.assign(chat.rows[3] as StoredRow, { r: 5 }));
    expect(rulesOf(older)).toContain('acked');
    expect(rulesOf(check((_, { chat }) => Object.assign(chat.rows[3] as StoredRow, { isUnsent: false })))).toEqual([
      'acked',
    ]);
    const noEdit = check((history, { world }) => {
      world.ops.set('1:edit', '{"r":2}');
      history.push(ok('edit', 'edit', { s: 2, r: 2 }));
    });
    expect(rulesOf(noEdit)).toEqual(['acked']);
    expect(rulesOf(check((history) => history.push(ok('read', '7:4', { s: 4 }))))).toEqual(['acked']);
  });

  it('(b) notices a message that is stored twice or shown twice', () => {
    const { states, world } = settle();
    const twice = {
      ...world,
      chats: world.chats.map((chat) => ({ ...chat, rows: [...chat.rows, ...chat.rows.slice(1, 2)] })),
    };
    expect(checkUnique(indexStored(twice), states).map(({ text }) => text)).toEqual(['1 a is stored twice in 7']);
    states[1].msgs.push({ ...(states[1].msgs[1] as LocalMessage), s: 9 });
    states[0].outbox.push(waiting('c'));
    expect(checkUnique(indexStored(world), states).map(({ text }) => text)).toEqual([
      'device 0 shows 7 1 c twice',
      'device 1 shows 7 1 a twice',
    ]);
  });

  it('(c) notices two messages in the other order, one that is not stored, and one that appears where all was known', () => {
    const swapped = check((history) => {
      history.push(saw([[2, 6, 2, 'b', 1]], 6, { rs: 2 }));
    });
    expect(rulesOf(swapped)).toEqual(['order']);
    expect(rulesOf(check((history) => history.push(saw([[5, 6, 1, 'x', 1]], 6, { rs: 2 }))))).toEqual(['order']);
    const late = check((history) => {
      const at = history.findIndex((event) => event.e === 'saw' && event.rows[0]?.[0] === 2);
      const [moved] = history.splice(at, 1) as [SawEvent];
      history.push({ ...moved, rows: [[2, 2, 1, 'a', 1]], chat: { rev: 6, tailFrom: 1, head: 6, rs: 2 } });
    });
    expect(late.map(({ text }) => text)).toEqual(['device 0 saw 7/2 only after it claimed to know 1 to 6']);
  });

  it('(c) lets older pages come later', () => {
    const paged = check((history) => {
      for (const event of history) if (event.e === 'saw' && event.chat) event.chat.tailFrom = 3;
      const [first] = history.splice(2, 1) as [SawEvent];
      history.push({ ...first, chat: { rev: 6, tailFrom: 1, head: 6, rs: 2 } });
    });
    expect(paged).toEqual([]);
  });

  it('(c) lets a message come late to a device that knows that it is behind', () => {
    const behind = check((history) => {
      const at = history.findIndex((event) => event.e === 'saw' && event.rows[0]?.[0] === 3);
      history.splice(at, 1);
      for (const event of history.slice(at))
        if (event.e === 'saw' && event.chat && event.chat.rev < 6) event.chat.head = 6;
    });
    expect(behind).toEqual([]);
  });

  it('(d) notices messages of one device in another order than they were queued', () => {
    const turned = check((history) => {
      const [first] = history.splice(1, 1) as [HistoryEvent];
      history.push(first);
    });
    expect(rulesOf(turned)).toEqual(['fifo']);
  });

  it('(e) notices answers that differ from what is stored, repeated ones too', () => {
    for (const lie of [{ s: 3 }, { r: 3 }, { n: 2 }, { at: 1 }]) {
      const values = { s: 2, r: 2, n: 1, at: 1_002, ...lie };
      expect(rulesOf(check((history) => history.push(ok('send', 'a', values))))).toEqual(['values']);
    }
    expect(rulesOf(check((history) => history.push(ok('unsend', 'unsend', { s: 4, r: 5 }))))).toEqual(['values']);
    expect(rulesOf(check((history) => history.push(ok('kick', 'kick', { r: 5 }))))).toEqual(['values']);
  });

  it('(f) notices a message, a watermark, a head and a read position that go back', () => {
    const back: [SeenRow[], number, object][] = [
      [[[3, 3, 2, 'b', 1]], 6, { rs: 2 }],
      [[], 5, { rs: 2, head: 6 }],
      [[], 6, { rs: 2, head: 5 }],
      [[], 6, { rs: 1 }],
    ];
    for (const [rows, rev, rest] of back)
      expect(rulesOf(check((history) => history.push(saw(rows, rev, rest))))).toEqual(['monotonic']);
  });

  it('(g) notices each number and each message in which a device differs from the database', () => {
    const lies: ((state: DeviceState) => void)[] = [
      ({ chats }) => Object.assign((chats[0] as LocalChat).head, { n: 2 }),
      ({ chats }) => Object.assign((chats[0] as LocalChat).sync, { rev: 5 }),
      ({ chats }) => Object.assign((chats[0] as LocalChat).me, { rs: 3 }),
      ({ chats }) => Object.assign(chats[0] as LocalChat, { unread: 3 }),
      ({ chats }) => Object.assign(chats[0] as LocalChat, { mentions: 0 }),
      ({ msgs }) => Object.assign(msgs[2] as LocalMessage, { b: { x: 'b' } }),
      ({ msgs }) => Object.assign(msgs[2] as LocalMessage, { rx: {} }),
      ({ msgs }) => Object.assign(msgs[3] as LocalMessage, { del: undefined }),
      ({ msgs }) => msgs.pop(),
      ({ msgs }) => msgs.push({ ...(msgs[0] as LocalMessage), s: 5 }),
      ({ chats }) => chats.pop(),
      ({ chats }) => chats.push({ ...(chats[0] as LocalChat), c: 8 as never }),
      ({ outbox }) => outbox.push(waiting('d')),
      (state) => Object.assign(state, { marks: 1 }),
    ];
    for (const lie of lies) expect(rulesOf(settle(([, , ben]) => lie(ben)).found), String(lie)).toEqual(['converged']);
  });

  it('(g) does not ask for messages that a device does not claim to know', () => {
    const partly = settle(([, , ben]) => {
      ben.msgs.splice(0, 2);
      Object.assign(ben.chats[0] as LocalChat, { sync: { rev: 6, state: 'fresh', tailFrom: 3, ranges: [] } });
    });
    expect(partly.found).toEqual([]);
  });

  it('(g) notices two devices of one person that disagree, in settings too', () => {
    const muted = settle(([ana]) => Object.assign((ana.chats[0] as LocalChat).me, { nt: 2 }));
    expect(muted.found).toHaveLength(1);
    expect(muted.found[0]?.text).toContain('the devices of 1 disagree');
  });

  it('(h) notices content from before the join, after the removal, and of a foreign chat, but not an empty tombstone', () => {
    const spans = (value: { from: number; to: number }[]) =>
      check((_, { chat }) => void chat.spans.set(1, value)).map(({ rule, text }) => `${rule} ${text}`);
    expect(spans([{ from: 2, to: Infinity }])).toEqual([
      'floors device 0 of 1 stored 7/1 as of 1, which it may not see',
    ]);
    // The tombstone of message 4 (rev 6) has no content; the edit of message 3 (rev 5) has.
    expect(spans([{ from: 1, to: 5 }])).toEqual(['floors device 0 of 1 stored 7/3 as of 5, which it may not see']);
    expect(spans([])).toHaveLength(5);
    expect(
      spans([
        { from: 1, to: 3 },
        { from: 3, to: Infinity },
      ]),
    ).toEqual([]);
  });
});
