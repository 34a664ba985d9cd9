import { describe, expect, it } from 'vitest';
import type { Head } from '#protocol/entities/chat.ts';
import { toChatId } from '#protocol/casts.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { Digests } from './digests.ts';

const head = (rev: number, c = 5): Head => ({ c: toChatId(c), rev, n: rev, b: rev, cnt: 9, mr: 0, ls: rev });

function scene(isLate = false) {
  const clock = fakeClock();
  const told: [number, number, boolean][] = [];
  const rooms: unknown[] = [];
  const digests = new Digests({
    clock,
    isLate: () => isLate,
    emit: ({ c, rev }, isQuiet) => told.push([c, rev, isQuiet]),
    emitRooms: (c, news, isQuiet) => void rooms.push([c, news, isQuiet]),
  });
  return { clock, told, rooms, digests };
}

describe('digests', () => {
  it('tell the newest head of each chat once in 3 s, to who silenced it once in 15 s', async () => {
    const { clock, told, digests } = scene();
    for (let rev = 1; rev <= 60; rev += 1) {
      digests.note(head(rev));
      if (rev === 1) digests.note(head(7, 6));
      await clock.advance(250);
    }
    expect(told.filter(([c, , isQuiet]) => c === 5 && !isQuiet).length).toBe(5);
    expect(told.filter(([c]) => c === 6)).toEqual([
      [6, 7, false],
      [6, 7, true],
    ]);
    await clock.advance(15_000);
    expect(told.filter(([c]) => c === 5).slice(-2)).toEqual([
      [5, 60, true],
      [5, 60, false],
    ]);
  });

  it('tell what is new in rooms with their community, of each room the newest, and the list when it changed', async () => {
    const { clock, told, rooms, digests } = scene();
    const [c, one, two] = [toChatId(5), toChatId(51), toChatId(52)];
    digests.noteRoom(c, [one, 2, 1, 10]);
    digests.noteRoom(c, [two, 8, 4, 20]);
    digests.noteRoom(c, [one, 3, 2, 30]);
    // Late news of what is known.
    digests.noteRoom(c, [one, 2, 1, 10]);
    digests.noteList(c, { r: 7, rooms: [{ c: one, title: 'One' }] });
    await clock.advance(3_000);
    const news = {
      news: [
        [one, 3, 2, 30],
        [two, 8, 4, 20],
      ],
      set: { r: 7, rooms: [{ c: one, title: 'One' }] },
    };
    expect(rooms).toEqual([[c, news, false]]);
    expect(told).toEqual([]);
    await clock.advance(12_000);
    expect(rooms).toEqual([
      [c, news, false],
      [c, news, true],
    ]);
  });

  it('that wait are forgotten when nobody is left to hear them', async () => {
    const { clock, told, digests } = scene();
    digests.note(head(1));
    digests.note(head(1, 6));
    digests.forget(toChatId(5));
    await clock.advance(20_000);
    expect(told.map(([c]) => c)).toEqual([6, 6]);
  });

  it('come four times less often from a process that is late, and not at all after the end', async () => {
    const { clock, told, digests } = scene(true);
    digests.note(head(1));
    await clock.advance(11_999);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual([[5, 1, false]]);
    digests.stop();
    await clock.advance(120_000);
    expect(told).toHaveLength(1);
  });
});
