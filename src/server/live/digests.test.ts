import { describe, expect, it } from 'vitest';
import type { Head } from '#protocol/entities/chat.ts';
import { toChatId } from '#protocol/casts.ts';
import { buildMeta } from '#testing/builders/chatBuilders.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { Digests, type Listeners } from './digests.ts';

const head = (rev: number, c = 5): Head => ({ c: toChatId(c), rev, n: rev, b: rev, cnt: 9, mr: 0, ls: rev });

const nameOf = (to: Listeners): string => ('tier' in to ? to.tier : to.connection);

function scene(isLate = false) {
  const clock = fakeClock();
  const told: [number, number, string][] = [];
  const rooms: unknown[] = [];
  const digests = new Digests({
    clock,
    isLate: () => isLate,
    emit: ({ c, rev }, to) => told.push([c, rev, nameOf(to)]),
    emitRooms: (c, news, to) => void rooms.push([c, news, nameOf(to)]),
    emitThreads: (c, threads, to) => void rooms.push([c, threads.map(({ news }) => news.rev), nameOf(to)]),
  });
  return { clock, told, rooms, digests };
}

describe('digests', () => {
  it('N16: tell the newest head of each chat once in 3 s, to who silenced it once in 15 s, and to who is away first soon and then seldom', async () => {
    const { clock, told, digests } = scene();
    for (let rev = 1; rev <= 60; rev += 1) {
      digests.note(head(rev));
      if (rev === 1) digests.note(head(7, 6));
      await clock.advance(250);
    }
    const revsOf = (tier: string) => told.filter(([c, , to]) => c === 5 && to === tier).map(([, rev]) => rev);
    expect(revsOf('heads').length).toBe(5);
    expect(revsOf('away').length).toBe(1);
    expect(told.filter(([c]) => c === 6)).toEqual([
      [6, 7, 'heads'],
      [6, 7, 'away'],
      [6, 7, 'quiet'],
    ]);
    await clock.advance(15_000);
    for (const tier of ['heads', 'away', 'quiet']) expect(revsOf(tier).at(-1), tier).toBe(60);
    expect(revsOf('away').length).toBe(2);
    // After long silence who is away hears as soon as the others.
    await clock.advance(60_000);
    digests.note(head(61));
    await clock.advance(3_000);
    expect(revsOf('away').at(-1)).toBe(61);
  });

  it('N16: that wait for those who are away are told at once to who is not any more', async () => {
    const { clock, told, digests } = scene();
    digests.note(head(1));
    await clock.advance(3_000);
    digests.note(head(2));
    await clock.advance(3_000);
    told.length = 0;
    digests.tellPending(toChatId(5), 'back', 'away');
    digests.tellPending(toChatId(6), 'back', 'away');
    digests.tellPending(toChatId(5), 'other', 'heads');
    expect(told).toEqual([[5, 2, 'back']]);
  });

  it('tell what is new in rooms with their community, of each room the newest, and its meta when that changed', async () => {
    const { clock, told, rooms, digests } = scene();
    const [c, one, two] = [toChatId(5), toChatId(51), toChatId(52)];
    const meta = buildMeta({ r: 7, rooms: [{ c: one, title: 'One' }] });
    digests.noteRoom(c, [one, 2, 1, 10]);
    digests.noteRoom(c, [two, 8, 4, 20]);
    digests.noteRoom(c, [one, 3, 2, 30]);
    // Late news of what is known.
    digests.noteRoom(c, [one, 2, 1, 10]);
    digests.noteMeta(c, meta);
    await clock.advance(3_000);
    const news = {
      news: [
        [one, 3, 2, 30],
        [two, 8, 4, 20],
      ],
      meta,
    };
    const soon = [
      [c, news, 'heads'],
      [c, news, 'away'],
    ];
    expect(rooms).toEqual(soon);
    expect(told).toEqual([]);
    await clock.advance(12_000);
    expect(rooms).toEqual([...soon, [c, news, 'quiet']]);
  });

  it('H8: of threads are told before the members change, those of after the change behind it', async () => {
    const { clock, rooms, digests } = scene();
    const [parent, one, two] = [toChatId(5), toChatId(61), toChatId(62)];
    const told = (c: typeof one, mr: number) => ({
      parent,
      mr,
      news: { c, rc: parent, rs: 1, rev: mr, n: 1, b: 1, f: [] },
    });
    digests.noteThread(told(one, 3));
    digests.noteThread(told(two, 8));
    digests.flushThreads(parent, 8);
    expect(rooms).toEqual(['heads', 'away', 'quiet'].map((tier) => [parent, [3], tier]));
    rooms.length = 0;
    await clock.advance(3_000);
    expect(rooms).toEqual(['heads', 'away'].map((tier) => [parent, [8], tier]));
  });

  it('that wait are forgotten when nobody is left to hear them', async () => {
    const { clock, told, digests } = scene();
    digests.note(head(1));
    digests.note(head(1, 6));
    digests.forget(toChatId(5));
    await clock.advance(20_000);
    expect(told.map(([c]) => c)).toEqual([6, 6, 6]);
  });

  it('come four times less often from a process that is late, and not at all after the end', async () => {
    const { clock, told, digests } = scene(true);
    digests.note(head(1));
    await clock.advance(11_999);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual([
      [5, 1, 'heads'],
      [5, 1, 'away'],
    ]);
    digests.stop();
    await clock.advance(120_000);
    expect(told).toHaveLength(2);
  });
});
