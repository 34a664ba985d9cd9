import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMeta, Head, ThreadNews } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import {
  place,
  placeMeta,
  placeMid as mid,
  placeSeat as standing,
  placeWorld,
  type PlaceWorld,
} from '#testing/placeWorld.ts';
import type { LocalChat } from './changes.ts';

const [room, one, two] = [toChatId(51), toChatId(61), toChatId(62)];
let world: PlaceWorld;

const head: Head = { c: place, rev: 9, n: 3, b: 5, cnt: 9, mr: 1, ls: 9 };
const meta = (more: Partial<ChatMeta> = {}): ChatMeta =>
  placeMeta({ rooms: [{ c: room, title: 'News', ro: 1 }], set: { slow: 30 }, ...more });
const news = (c: typeof one, more: Partial<ThreadNews> = {}): ThreadNews => ({
  ...{ c, rc: place, rs: 4, rev: 3, n: 2, b: 70, f: [toMemberId(5)] },
  ...more,
});
const snapshot = (more: Partial<ChatSnapshot>): ChatSnapshot => ({
  ...{ h: head, me: standing(), meta: meta(), rooms: [[room, 9, 5, 70]] },
  threads: [news(one), news(two, { rc: room, rs: 6, f: [] })],
  ...more,
});
const tell = (signal: ServerSignal) => world.push(signal);
const tellThreads = (...threads: ThreadNews[]) => tell({ name: 'rooms', data: { c: place, threads } });
const arrive: PlaceWorld['arrive'] = (more, gone) => world.arrive(more, gone);
const chat = (c: number) => world.chat(c);

beforeEach(async () => {
  world = await placeWorld(snapshot);
});
afterEach(() => world.stop());

describe('threads', () => {
  it('H1: have the kind and the rules of where they hang, and my standing in their chat', async () => {
    await arrive({ me: standing({ ro: memberRole.admin, mt: 77 }) });
    expect(chat(one)).toMatchObject({ kind: chatKind.community, bump: 70, head: { rev: 3, n: 2 } });
    expect([chat(one), chat(two)].map((thread) => thread?.meta.title)).toEqual(['Film Pelan', 'News']);
    expect(chat(one)?.meta).toMatchObject({ parent: place, root: { c: place, s: 4, f: [5] }, set: { slow: 30 } });
    expect(chat(one)?.meta.set?.ro).toBeUndefined();
    expect(chat(two)?.meta).toMatchObject({ parent: place, root: { c: room, s: 6 }, set: { slow: 30, ro: 1 } });
    expect(chat(one)?.me).toMatchObject({ mid, st: memberState.joined, ro: memberRole.admin, mt: 77, rs: 0 });
    await arrive({ h: { ...head, rev: 12 }, me: standing({ mv: 4 }), meta: meta({ r: 12, set: { frozen: 1 } }) });
    expect(chat(one)).toMatchObject({ meta: { set: { frozen: 1 } }, me: { ro: memberRole.member } });
    expect(chat(one)?.me.mt).toBeUndefined();
    expect(chat(one)?.meta.root).toMatchObject({ f: [5] });
  });

  it('H2: stand where news say, which a later word replaces; nothing is taken below my floor, or of a chat that is not mine', async () => {
    await arrive({ me: standing({ fl: 3 }) });
    await tellThreads(news(one, { rev: 8, n: 5, b: 90, f: [toMemberId(7), toMemberId(5)] }));
    expect(chat(one)).toMatchObject({ head: { rev: 8, n: 5 }, bump: 90, meta: { root: { f: [7, 5] } } });
    await tellThreads(news(one, { rev: 7, n: 4, b: 80 }));
    expect(chat(one)).toMatchObject({ head: { rev: 8, n: 5 }, bump: 90, meta: { root: { f: [7, 5] } } });
    const [fresh, low] = [toChatId(63), toChatId(64)];
    await tellThreads(news(fresh, { rs: 5 }), news(low, { rs: 2 }));
    expect(chat(fresh)).toMatchObject({ head: { rev: 3, n: 2, ls: 3 }, sync: { state: 'none', rev: 3 }, unread: 0 });
    expect(chat(low)).toBeUndefined();
    await tell({ name: 'rooms', data: { c: toChatId(999), threads: [news(low, { rs: 9 })] } });
    expect(chat(low)).toBeUndefined();
  });

  it('H2: show who wrote last also when a later change was seen before the news', async () => {
    await arrive();
    const { commands } = world.tab();
    await commands.takeThread({ parent: place, news: news(one, { n: 3, rev: 4, f: [toMemberId(7)] }) });
    // An edit that came live: it counts nothing, and nobody is told of it.
    const stored = chat(one);
    await world.store().commit(async (tx) => {
      if (stored) await tx.put('chats', [{ ...stored, head: { ...stored.head, rev: 7, n: 4 } }]);
    });
    await tellThreads(news(one, { n: 3, rev: 5, f: [toMemberId(7)] }), news(one, { n: 4, rev: 6, f: [toMemberId(8)] }));
    expect(chat(one)).toMatchObject({ head: { rev: 7, n: 4 }, meta: { root: { f: [8] } } });
  });

  it('H3: begin anew for who went and came back: he follows none, and what the server counts since holds', async () => {
    await arrive({
      me: standing({ ja: 100 }),
      seats: [[one, standing({ mv: 4, ja: 100, fo: 1, rs: 2, rn: 1, lo: 2, mu: 99 })]],
    });
    expect(chat(one)).toMatchObject({ unread: 1, me: { fo: 1 } });
    await arrive({ me: standing({ mv: 5, ja: 200 }), h: { ...head, rev: 12 } });
    expect(chat(one)).toMatchObject({ unread: 0, me: { rs: 0, lo: 0, mu: 99, ja: 200 } });
    expect(chat(one)?.me.fo).toBeUndefined();
    // What is of before says nothing any more.
    await arrive({
      me: standing({ mv: 5, ja: 200 }),
      seats: [[one, standing({ mv: 4, ja: 100, fo: 1, rs: 2, rn: 1, lo: 2 })]],
    });
    expect(chat(one)).toMatchObject({ me: { rs: 0, lo: 0, ja: 200 } });
    await arrive({ me: standing({ mv: 5, ja: 200 }), seats: [[one, standing({ mv: 6, ja: 200, rs: 1, rn: 0 })]] });
    expect(chat(one)).toMatchObject({ me: { rs: 1, lo: 0 } });
  });

  it('H3: count what is new for who follows them, and nothing for the others', async () => {
    const seat = standing({ mv: 5, rs: 1, rn: 0, fo: 1 });
    await arrive({ seats: [[one, seat]] });
    expect(chat(one)).toMatchObject({ unread: 2, me: { fo: 1 } });
    expect(chat(two)).toMatchObject({ unread: 0 });
    // The first look makes me read there, and still nothing counts.
    await tell({ name: 'rd', data: [[two, 3, 2, 0, 0, 0, 3]] });
    await tellThreads(news(two, { rc: room, rs: 6, rev: 5, n: 4 }), news(one, { rev: 5, n: 3 }));
    expect(chat(two)).toMatchObject({ unread: 0, me: { rs: 3 } });
    expect(chat(one)).toMatchObject({ unread: 3 });
    expect(chat(place)?.unread).toBe(0);
    await world.tab().commands.setChat({ c: one, set: { follow: false } });
    expect(chat(one)?.unread).toBe(0);
    await world.tab().commands.setChat({ c: one, set: { follow: true, mute: 99 } });
    expect(chat(one)).toMatchObject({ unread: 3, me: { fo: 1, mu: 99 } });
  });

  it('H4: are not in the vector of a sync', async () => {
    await arrive();
    const asked: unknown[] = [];
    world.server.intercept = (name, input) => {
      if (name === 'sync.open') asked.push(...(input as { have: [number][] }).have.map(([c]) => c));
      return undefined;
    };
    await tell({ name: 'resync', data: { scope: 'all', in: 0 } });
    await world.clock.advance(1_000);
    expect(asked).toContain(place);
    expect(asked).not.toContain(one);
  });

  it('H5: go with their chat, their room, and the floor; what is over and not cached goes with the next list', async () => {
    await arrive();
    const row = buildRow(2, { u: toMemberId(5) });
    await world.store().commit((tx) => tx.put('msgs', [{ ...row, c: one }]));
    await arrive({ h: { ...head, rev: 12 }, meta: meta({ r: 12, rooms: [] }), rooms: [], threads: [news(one)] });
    expect([one, two].map((c) => chat(c) !== undefined)).toEqual([true, false]);
    await arrive({ me: standing({ mv: 4, fl: 5 }), threads: [] });
    expect(chat(one)).toBeUndefined();
    expect(
      world
        .store()
        .dump('msgs')
        .filter(({ c }) => c === one),
    ).toEqual([]);
    const [kept, idle] = [toChatId(65), toChatId(66)];
    const list = [news(kept, { rs: 7 }), news(idle, { rs: 8 })];
    await arrive({ me: standing({ mv: 4, fl: 5 }), threads: list, seats: [[kept, standing({ fo: 1 })]] });
    await arrive({ me: standing({ mv: 4, fl: 5 }), threads: [] });
    expect([kept, idle].map((c) => chat(c) !== undefined)).toEqual([true, false]);
    await arrive({}, [place]);
    expect(chat(kept)).toBeUndefined();
  });

  it('H5: in rooms go with the stay in which they were here, unless the server tells of them anew', async () => {
    const [kept, gone] = [toChatId(65), toChatId(66)];
    const list = [news(kept, { rc: room }), news(gone, { rc: room, rs: 5 }), news(one)];
    await arrive({ me: standing({ ja: 100 }), threads: list });
    const read = chat(gone) as LocalChat;
    // He has read in it, so that it stays when it is over.
    await world.store().commit((tx) => tx.put('chats', [{ ...read, sync: { ...read.sync, state: 'fresh' } }]));
    await arrive({ me: standing({ mv: 5, ja: 200 }), threads: [news(kept, { rc: room })] });
    expect([kept, gone].map((c) => chat(c) !== undefined)).toEqual([true, false]);
  });

  it('H6: that the server has just named are chats at once', async () => {
    await arrive({ threads: [] });
    await world.tab().commands.takeThread({ parent: place, news: news(one, { n: 0, rev: 1, f: [] }) });
    expect(chat(one)).toMatchObject({ head: { rev: 1, n: 0 }, meta: { parent: place, root: { c: place, s: 4 } } });
  });
});
