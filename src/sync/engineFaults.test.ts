import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chat7, engineWorld, freshRows, type EngineWorld } from '#testing/engineWorld.ts';
import type { OutboxEntry } from './changes.ts';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const act = <Name extends string, Extra extends object>(
  t: Name,
  more: { [Key in keyof Extra]: fc.Arbitrary<Extra[Key]> },
): fc.Arbitrary<{ t: Name } & Extra> => fc.record({ t: fc.constant(t), ...more }) as never;

/** What people, devices and the network do. `at` picks a message. */
const action = fc.oneof(
  { weight: 6, arbitrary: act('send', {}) },
  { weight: 3, arbitrary: act('editOwn', { at: share }) },
  { weight: 2, arbitrary: act('unsendOwn', { at: share }) },
  { weight: 2, arbitrary: act('reactOwn', { at: share, e: fc.constantFrom('a', 'b', null) }) },
  { weight: 2, arbitrary: act('markRead', { at: share }) },
  { weight: 5, arbitrary: act('post', { who: fc.integer({ min: 1, max: 3 }), names: fc.boolean() }) },
  { weight: 2, arbitrary: act('change', { at: share, what: fc.constantFrom('edit', 'unsend', 'react') }) },
  { weight: 1, arbitrary: act('readElsewhere', { at: share }) },
  { weight: 2, arbitrary: act('open', {}) },
  { weight: 2, arbitrary: act('older', { at: share }) },
  { weight: 2, arbitrary: act('cut', {}) },
  { weight: 2, arbitrary: act('loseAnswers', {}) },
  { weight: 2, arbitrary: act('network', { isUp: fc.boolean() }) },
  { weight: 2, arbitrary: act('hold', { isHeld: fc.boolean() }) },
  { weight: 1, arbitrary: act('mute', { isMute: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: act('die', { count: fc.integer({ min: 1, max: 6 }), when: fc.constantFrom('before', 'after') }),
  },
  { weight: 1, arbitrary: act('restart', {}) },
  { weight: 4, arbitrary: act('steps', { picks: fc.array(share, { maxLength: 12 }) }) },
  { weight: 4, arbitrary: act('wait', { ms: fc.constantFrom(1, 200, 1_200, 9_000, 70_000) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];
const isSend = (entry: OutboxEntry): boolean => entry.action.t === 'send';
const cidsOf = (entries: readonly OutboxEntry[]): string[] => entries.filter(isSend).map((entry) => entry.i);

interface Notes {
  /** cids of texts that were queued here, in that order */
  queued: string[];
  /** cids that the person took back while they were waiting */
  dropped: Set<string>;
  openedOnce: boolean;
}

async function perform(world: EngineWorld, notes: Notes, one: Action): Promise<void> {
  const { server, network, clock } = world;
  const { commands } = world.tab();
  const rows = server.rowsOf(7, 1);
  const mine = rows.filter((row) => row.u === 1 && row.del === undefined);
  switch (one.t) {
    case 'send':
      await commands.sendMessage({ c: chat7, b: { x: `mine ${notes.queued.length}` } });
      return;
    case 'editOwn': {
      const waiting = world.store().dump('outbox').filter(isSend);
      const entry = pick(waiting, one.at);
      const row = pick(mine, one.at);
      if (entry)
        await commands.editMessage({ c: chat7, message: { cid: entry.i as never }, b: { x: `edited ${entry.i}` } });
      else if (row) await commands.editMessage({ c: chat7, message: { s: row.s }, b: { x: `edited ${row.s}` } });
      return;
    }
    case 'unsendOwn': {
      const entry = pick(world.store().dump('outbox').filter(isSend), one.at);
      if (!entry) return;
      if (entry.tried === 0) notes.dropped.add(entry.i);
      await commands.unsendMessage({ c: chat7, message: { cid: entry.i as never } });
      return;
    }
    case 'reactOwn': {
      const row = pick(rows, one.at);
      if (row) await commands.setReaction({ c: chat7, s: row.s, e: one.e });
      return;
    }
    case 'markRead': {
      // A person reads what is on screen: from the read position on, without a gap.
      const chat = world.store().dump('chats')[0];
      const row = pick(freshRows(world.store()), one.at);
      if (row && chat && chat.sync.tailFrom <= chat.me.rs + 1) await commands.markRead({ c: chat7, s: row.s });
      return;
    }
    case 'post':
      server.post(7, one.who, `theirs ${rows.length}`, one.names ? { named: [1] } : {});
      return;
    case 'change': {
      const row = pick(
        rows.filter((candidate) => candidate.u !== 1),
        one.at,
      );
      if (!row) return;
      if (one.what === 'edit') server.edit(7, row.s, `changed ${row.r}`);
      else if (one.what === 'unsend') server.unsend(7, row.s);
      else server.react(7, row.s, 2, 'b');
      return;
    }
    case 'readElsewhere': {
      const row = pick(rows, one.at);
      if (row) server.read(7, 1, row.s);
      return;
    }
    case 'open':
      world.tab().line.call({ t: 'view', view: { tab: 'x', visible: true, focused: true, open: [chat7], watch: [] } });
      return;
    case 'older':
      world.tab().line.call({ t: 'history', id: 'h', c: chat7, before: 1 + Math.floor(one.at * (rows.length + 2)) });
      return;
    case 'cut':
      network.cut();
      return;
    case 'loseAnswers':
      network.loseAnswers();
      return;
    case 'network':
      network.isUp = one.isUp;
      if (one.isUp) await network.flush();
      return;
    case 'hold':
      network.isHeld = one.isHeld;
      if (!one.isHeld) await network.flush();
      return;
    case 'mute':
      server.isMute = one.isMute;
      return;
    case 'die':
      world.dieAtCommit(one.count, one.when);
      return;
    case 'restart':
      await world.restart();
      return;
    case 'steps':
      for (const at of one.picks) await network.step(at);
      return;
    case 'wait':
      await clock.advance(one.ms);
  }
}

/** Plays all actions; a tab that died on the way is opened again. `check` looks at the device after each of them. */
async function play(world: EngineWorld, actions: readonly Action[], check?: (notes: Notes) => void): Promise<Notes> {
  const notes: Notes = { queued: [], dropped: new Set(), openedOnce: false };
  for (const one of actions) {
    const before = new Set(notes.queued);
    await perform(world, notes, one).catch((error: unknown) => {
      if (!/injected fault|is closed/.test(String(error))) throw error;
    });
    await world.clock.settle();
    await world.reviveIfDead();
    for (const cid of cidsOf(world.store().dump('outbox'))) if (!before.has(cid)) notes.queued.push(cid);
    check?.(notes);
  }
  return notes;
}

const plain = (row: object): object => {
  const {
    my,
    c: _c,
    rx,
    m: _m,
    pv: _pv,
    tell: _tell,
    ...rest
  } = row as { my?: string | null; c?: number; rx?: Record<string, number>; m?: unknown; pv?: number; tell?: number };
  return { ...rest, ...(my ? { my } : {}), ...(rx && Object.keys(rx).length > 0 ? { rx } : {}) };
};

describe('engine under faults', () => {
  it('I1, I4, I10, I11: exactly once, in order, complete, and with exact counts, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 50 }), fc.nat(), async (actions, seed) => {
        const world = engineWorld(seed);
        try {
          await world.clock.advance(2_000);
          const notes = await play(world, actions, (seen) => checkScreen(world, seen));
          await world.heal();
          checkSent(world, notes);
          checkCache(world);
        } finally {
          await world.stop();
        }
      }),
      { numRuns: Number(process.env['FAULT_RUNS'] ?? 80), timeout: 20_000 },
    );
  }, 600_000);
});

/** I11: at no moment is one message on screen twice, and none disappears on its way. */
function checkScreen(world: EngineWorld, notes: Notes): void {
  const rows = world
    .store()
    .dump('msgs')
    .filter((row) => row.u === 1);
  const stored = new Set(rows.map((row) => row.i as string));
  const waiting = cidsOf(world.store().dump('outbox'));
  expect(
    waiting.filter((cid) => stored.has(cid)),
    'pending and stored at once',
  ).toEqual([]);
  const onScreen = new Set([...stored, ...waiting]);
  expect(
    notes.queued.filter((cid) => !onScreen.has(cid) && !notes.dropped.has(cid)),
    'on no screen',
  ).toEqual([]);
}

/** I1, I4: every text arrived once, in the order in which it was queued; nothing waits any more. */
function checkSent(world: EngineWorld, notes: Notes): void {
  const stored = world.server.rowsOf(7, 1).filter((row) => row.u === 1 && notes.queued.includes(row.i));
  const expected = notes.queued.filter((cid) => !notes.dropped.has(cid) || stored.some((row) => row.i === cid));
  expect(stored.map((row) => row.i)).toEqual(expected);
  expect(world.store().dump('outbox')).toEqual([]);
  expect(world.store().dump('marks')).toEqual([]);
}

/** I10: what claims to be true is what the server has, and the counts are the recount. */
function checkCache(world: EngineWorld): void {
  const { server } = world;
  const [chat] = world.store().dump('chats');
  expect(chat?.head).toEqual(server.headOf(7));
  expect(chat?.sync.rev).toBe(server.headOf(7).rev);
  const spans = [...(chat?.sync.ranges ?? []), { from: chat?.sync.tailFrom ?? 1, to: Infinity, rev: Infinity }];
  const isFresh = (seq: number): boolean =>
    spans.some((span) => span.rev >= (chat?.sync.rev ?? 0) && seq >= span.from && seq <= span.to);
  const truth = server.rowsOf(7, 1).filter((row) => isFresh(row.s));
  expect(freshRows(world.store()).map(plain)).toEqual(truth.map(plain));
  expect(chat?.unread).toBe(server.unreadOf(7, 1));
  expect(chat?.mentions).toBe(server.snapshot(7, 1).me.um);
}
