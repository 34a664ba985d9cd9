import { afterEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import { isCachedAt } from '#testing/isCachedAt.ts';
import type { LocalChat, LocalMessage } from './changes.ts';
import { evictPiece } from './eviction/evictPiece.ts';
import { keptRow } from './eviction/placeRows.ts';

const town = toChatId(8);
const club = toChatId(9);
const lookMs = 70_000;
let world: EngineWorld;

afterEach(() => world.stop());

/** A community of which 400 messages are cached, which member 1 has read. */
async function worldWithTown(): Promise<EngineWorld> {
  const made = engineWorld();
  for (const c of [town, club]) made.server.addChat(c, [1, 2], chatKind.community);
  await made.clock.advance(1_000);
  show(made, [town, club]);
  await made.clock.advance(500);
  for (const c of [town, club]) for (let count = 0; count < 400; count += 1) made.server.post(c, 2, `text ${count}`);
  await made.clock.advance(1_000);
  return made;
}

const show = ({ tab }: EngineWorld, open: ChatId[], name = 'tab-0'): void =>
  tab().line.call({ t: 'view', view: { tab: name, visible: true, focused: true, open, watch: [] } });
const rowsOf = ({ store }: EngineWorld, c: ChatId): LocalMessage[] =>
  store()
    .dump('msgs')
    .filter((row) => row.c === c);
const chatOf = ({ store }: EngineWorld, c: ChatId): LocalChat =>
  store()
    .dump('chats')
    .find((chat) => chat.c === c) as LocalChat;

describe('the eviction', () => {
  it('E1, E6: some time after the connection stands, chats keep their newest rows and claim no more', async () => {
    world = await worldWithTown();
    show(world, []);
    expect(rowsOf(world, town)).toHaveLength(400);
    await world.clock.advance(lookMs);
    const rows = rowsOf(world, town);
    expect(rows.map(({ s }) => s)).toEqual(Array.from({ length: 300 }, (_, index) => 101 + index));
    const { sync, unread } = chatOf(world, town);
    expect(sync).toMatchObject({ state: 'fresh', tailFrom: 101, rev: 400 });
    expect(unread).toBe(world.server.unreadOf(town, 1));
  });

  it('E3: what is on a screen of any tab stays whole, and goes when nobody looks any more', async () => {
    world = await worldWithTown();
    const other = world.openTab('second');
    other.line.call({ t: 'view', view: { tab: 'second', visible: false, focused: false, open: [town], watch: [] } });
    show(world, []);
    await world.clock.advance(lookMs);
    expect(rowsOf(world, town)).toHaveLength(400);
    expect(rowsOf(world, club)).toHaveLength(300);
    other.line.call({ t: 'bye', tab: 'second' });
    await world.clock.advance(10 * 60_000);
    expect(rowsOf(world, town)).toHaveLength(300);
  });

  it('E3: a chat that is kept on this device stays whole', async () => {
    world = await worldWithTown();
    show(world, []);
    await world.store().commit((tx) => tx.put('meta', [keptRow(club)]));
    await world.clock.advance(lookMs);
    expect(rowsOf(world, club)).toHaveLength(400);
    expect(rowsOf(world, town)).toHaveLength(300);
  });

  it('E7: the device remembers when a chat was last on a screen', async () => {
    world = await worldWithTown();
    const until = world.clock.now();
    show(world, []);
    await world.clock.advance(lookMs);
    const opened = world
      .store()
      .dump('meta')
      .find(({ key }) => key === `opened:${town}`);
    expect(opened?.val).toBe(until);
  });

  it('E6: the check of a stale span that is forgotten before the answer comes claims nothing of it', async () => {
    world = await worldWithTown();
    show(world, []);
    await world.clock.advance(500);
    // Behind by more than one answer brings: what is cached becomes a stale span below a new tail.
    world.server.isMute = true;
    for (let count = 0; count < 300; count += 1) world.server.post(town, 2, `later ${count}`);
    world.server.isMute = false;
    let forgotten: Promise<unknown> | undefined;
    world.server.intercept = (name) => {
      if (name === 'range.check') forgotten ??= world.store().commit((tx) => evictPiece(tx, town, { rows: 300 }));
      return undefined;
    };
    show(world, [town]);
    await world.clock.advance(5_000);
    expect(forgotten).toBeDefined();
    const { sync } = chatOf(world, town);
    const rows = new Set(rowsOf(world, town).map(({ s }) => s));
    const claimed = Array.from({ length: sync.rev }, (_, index) => index + 1).filter((seq) => isCachedAt(sync, seq));
    expect(claimed.filter((seq) => !rows.has(seq))).toEqual([]);
    expect([...rows].filter((seq) => !isCachedAt(sync, seq))).toEqual([]);
    expect(rows.size).toBe(300);
  });

  it('E8, L4: an engine that has ended forgets nothing more', async () => {
    world = await worldWithTown();
    show(world, []);
    await world.clock.advance(1_000);
    await Promise.all([world.tab().engine.stop(), world.clock.advance(20)]);
    await world.clock.advance(lookMs);
    expect(rowsOf(world, town)).toHaveLength(400);
  });
});
