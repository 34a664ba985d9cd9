import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomInfo } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ChatMeta, Head, RoomNews } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { sendEntry } from '#testing/localRows.ts';
import {
  place,
  placeMeta,
  placeMid as mid,
  placeSeat as standing,
  placeWorld,
  type PlaceWorld,
} from '#testing/placeWorld.ts';

const [lenses, news] = [toChatId(51), toChatId(52)];
let world: PlaceWorld;

const info: RoomInfo[] = [
  { c: lenses, title: 'Lenses' },
  { c: news, title: 'News', about: 'From us', ro: 1 },
];
const head: Head = { c: place, rev: 4, n: 3, b: 5, cnt: 9, mr: 1, ls: 4 };
const meta = (rooms = info, more: Partial<ChatMeta> = {}): ChatMeta => placeMeta({ rooms, ...more });
const snapshot = (more: Partial<ChatSnapshot>): ChatSnapshot => ({
  h: head,
  me: standing(),
  meta: meta(),
  rooms: [
    [lenses, 9, 5, 70],
    [news, 1, 0, 60],
  ],
  ...more,
});
const tell = (signal: ServerSignal) => world.push(signal);
const arrive: PlaceWorld['arrive'] = (more, gone) => world.arrive(more, gone);
const chat = (c: number) => world.chat(c);
const countOf = (name: string): number => world.server.calls.filter((call) => call === name).length;

beforeEach(async () => {
  world = await placeWorld(snapshot);
});
afterEach(() => world.stop());

describe('rooms of a community', () => {
  it('R1: are chats of mine as the list of their community says, with its rules and my standing in it', async () => {
    const set = { join: joinMode.open, slow: 30, ro: 1 as const };
    await arrive({ meta: meta(info, { set }), me: standing({ ro: memberRole.admin, mt: 77 }) });
    expect(chat(lenses)).toMatchObject({ kind: chatKind.community, bump: 70, head: { rev: 9, n: 5 } });
    expect(chat(lenses)?.meta).toMatchObject({ parent: place, title: 'Lenses', set: { join: 1, slow: 30 } });
    expect(chat(lenses)?.meta.set?.ro).toBeUndefined();
    expect(chat(news)?.meta).toMatchObject({ title: 'News', about: 'From us', set: { ro: 1, slow: 30 } });
    expect(chat(news)?.me).toMatchObject({ mid, st: 1, ro: memberRole.admin, mt: 77 });
    const changed = [{ c: lenses, title: 'Glass' }];
    await tell({ name: 'rooms', data: { c: place, meta: meta(changed, { r: 6 }) } });
    expect(chat(lenses)?.meta.title).toBe('Glass');
    expect(chat(news)).toBeUndefined();
    // A new room that nothing was told of yet has its first line to ask for.
    await tell({
      name: 'rooms',
      data: { c: place, meta: meta([...changed, { c: toChatId(53), title: 'New' }], { r: 7 }) },
    });
    expect(chat(53)).toMatchObject({ head: { rev: 1, ls: 1, n: 0 }, sync: { state: 'none', rev: 1 }, unread: 0 });
    await tell({ name: 'rooms', data: { c: place, meta: meta(changed, { r: 8 }) } });
    // What is older than that, or about a community that is not mine, changes nothing.
    await tell({ name: 'rooms', data: { c: place, meta: meta(info, { r: 3 }) } });
    await tell({ name: 'rooms', data: { c: toChatId(999), meta: meta(info, { r: 9 }) } });
    expect(chat(lenses)?.meta.title).toBe('Glass');
    await arrive({
      h: { ...head, rev: 9 },
      meta: meta(changed, { r: 9, set: {} }),
      me: standing({ mv: 4 }),
      rooms: [],
    });
    expect(chat(lenses)).toMatchObject({ me: { ro: memberRole.member }, meta: { set: {} } });
    expect(chat(lenses)?.me.mt).toBeUndefined();
  });

  it('R2: stand where news say, which a later word replaces; news of an unknown room bring a whole sync', async () => {
    await arrive();
    const tellNews = (...list: RoomNews[]) => tell({ name: 'rooms', data: { c: place, news: list } });
    await tellNews([lenses, 12, 7, 90], [news, 1, 0, 60]);
    expect(chat(lenses)).toMatchObject({ head: { rev: 12, n: 7, b: 90 }, bump: 90, sync: { state: 'none', rev: 12 } });
    await tellNews([lenses, 11, 6, 80]);
    expect(chat(lenses)).toMatchObject({ head: { rev: 12, n: 7 }, bump: 90 });
    const before = countOf('sync.open');
    await world.clock.advance(6_000);
    expect(countOf('sync.open')).toBe(before);
    await tellNews([toChatId(53), 2, 1, 100]);
    await world.clock.advance(6_000);
    expect(countOf('sync.open')).toBe(before + 1);
  });

  it('R3: count nothing before I have been there, then by my own seat', async () => {
    await arrive();
    expect(chat(lenses)).toMatchObject({ unread: 0, me: { rs: 0 } });
    // The first look, here or on another device.
    await tell({ name: 'rd', data: [[lenses, 9, 5, 0, 0, 0, 9]] });
    await tell({ name: 'rooms', data: { c: place, news: [[lenses, 11, 7, 80]] } });
    expect(chat(lenses)).toMatchObject({ unread: 2, me: { rs: 9, rn: 5 } });
    const seat = standing({ mv: 5, rs: 11, rn: 7, nt: 2 });
    await arrive({ seats: [[lenses, seat]] });
    expect(chat(lenses)).toMatchObject({ unread: 0, me: { rs: 11, nt: 2 } });
    expect(chat(place)?.me.nt).toBe(0);
    // Somebody names me in a room where I have not been.
    await tell({ name: 'rd', data: [[news, 0, 0, 0, 0, 1, 3]] });
    expect(chat(news)).toMatchObject({ unread: 0, mentions: 1 });
  });

  it('R4: are not in the vector of a sync', async () => {
    await arrive();
    const asked: unknown[] = [];
    world.server.intercept = (name, input) => {
      if (name === 'sync.open') asked.push(...(input as { have: [number][] }).have.map(([c]) => c));
      return undefined;
    };
    await tell({ name: 'resync', data: { scope: 'all', in: 0 } });
    await world.clock.advance(1_000);
    expect(asked).toEqual(expect.arrayContaining([7, place]));
    expect(asked).not.toContain(lenses);
  });

  it('R3: begin anew for who went and came back, also if he has missed the beginning', async () => {
    const seat = (more: object) => standing({ mv: 4, ja: 100, rs: 3, rn: 2, oa: 1, lo: 4, ...more });
    await arrive({ me: standing({ ja: 100 }), seats: [[lenses, seat({})]] });
    expect(chat(lenses)).toMatchObject({ unread: 2, me: { rs: 3, lo: 4 } });
    await arrive({
      me: standing({ mv: 5, ja: 200 }),
      seats: [[lenses, seat({ mv: 7, ja: 200, rs: 9, rn: 5, oa: 0, lo: 0 })]],
    });
    expect(chat(lenses)).toMatchObject({ unread: 0, me: { rs: 9, lo: 0, mv: 7 } });
  });

  it('R5: go with their community, and with the list; what was not sent stays', async () => {
    await arrive();
    const row = buildRow(9, { u: toMemberId(5) });
    await world.store().commit((tx) =>
      tx.put('msgs', [
        { ...row, c: lenses },
        { ...row, c: news },
      ]),
    );
    await arrive({}, [place]);
    expect([place, lenses, news].map(chat)).toEqual([undefined, undefined, undefined]);
    expect(
      world
        .store()
        .dump('msgs')
        .filter(({ c }) => c === lenses || c === news),
    ).toEqual([]);
  });

  it('R6: keep their name and rules when a change of their own brings what stands on top of them', async () => {
    await arrive();
    const own = { kind: chatKind.community, parent: place, title: 'as it was', cap: 1, receipts: 0, created: 9, r: 10 };
    const pins = [{ s: 3, by: mid, at: 5 }];
    const delta = {
      c: lenses,
      a: 9,
      b: 10,
      meta: { ...own, pins },
      head: { ...head, c: lenses, rev: 10, n: 5, ls: 10 },
    };
    world.server.push(1, (socket) => socket.delta([delta]));
    await world.clock.settle();
    expect(chat(lenses)?.meta).toMatchObject({ title: 'Lenses', cap: 5_000, pins, r: 10 });
    await tell({ name: 'rooms', data: { c: place, meta: meta([{ c: lenses, title: 'Glass' }], { r: 8 }) } });
    expect(chat(lenses)?.meta).toMatchObject({ title: 'Glass', pins, r: 10 });
  });

  it('R7: a message that was held in a room is refused with the word of the community', async () => {
    await arrive();
    const held = sendEntry(1, { lane: `c:${lenses}`, state: 'acked', held: 1 });
    const entry = { ...held, action: { t: 'send' as const, c: lenses, cid: toCid(held.i), b: { x: 'spam' } } };
    await world.store().commit((tx) => tx.put('outbox', [entry]));
    await arrive({ me: standing({ mv: 4, rj: [toCid(held.i)] }) });
    expect(world.store().dump('outbox')).toMatchObject([{ state: 'failed', err: 'FILTERED' }]);
  });
});
