import { beforeEach, describe, expect, it } from 'vitest';
import { toMemberId } from '#protocol/casts.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { createMemberPages, type MemberPages } from './createMemberPages.ts';

const member = (id: number): Mem => ({ u: toMemberId(id), st: 1, ro: 0, nn: `M${id}`, pv: 1, r: 1, jr: 1 });
const clock = fakeClock();
let server: { mr: number; ids: number[]; isDown: boolean };
let log: string[];
let pages: MemberPages;
const settle = () => clock.advance(0);
const names = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) => pages.store.getState().rows.get(from + index)?.u as number | undefined,
  );

beforeEach(() => {
  server = { mr: 1, ids: Array.from({ length: 25 }, (_, index) => index + 1), isDown: false };
  log = [];
  pages = createMemberPages(
    {
      size: 10,
      async ask([from, to]) {
        log.push(`${from}-${to}`);
        if (server.isDown) return { ok: false, code: 'UNAVAILABLE' };
        const items = server.ids.slice(from, to).map(member);
        return { ok: true, data: { mr: server.mr, total: server.ids.length, items } };
      },
      after: (ms, work) => clock.after(ms, work),
      now: () => clock.elapsed(),
    },
    1,
  );
});

describe('the windows of a member list', () => {
  it('are fetched when they come into sight, each once', async () => {
    pages.look(0, 5);
    await settle();
    pages.look(8, 12);
    pages.look(8, 12);
    await settle();
    pages.look(5, 40);
    await settle();
    expect(log).toEqual(['0-10', '10-20', '20-30']);
    expect(pages.store.getState().total).toBe(25);
    expect(names(19, 26)).toEqual([20, 21, 22, 23, 24, 25, undefined]);
  });

  it('are fetched again when somebody comes or goes: only those in sight, at most every 3 s', async () => {
    pages.look(0, 12);
    await settle();
    await clock.advance(5_000);
    log = [];
    pages.look(0, 5);
    server = { ...server, mr: 2, ids: server.ids.slice(1) };
    pages.changed(2);
    await settle();
    expect(log).toEqual(['0-10']);
    expect(names(0, 2)).toEqual([2, 3]);
    server = { ...server, mr: 4, ids: server.ids.slice(2) };
    pages.changed(3);
    pages.changed(4);
    await clock.advance(2_900);
    expect(log).toEqual(['0-10']);
    await clock.advance(100);
    expect(log).toEqual(['0-10', '0-10']);
    pages.look(11, 12);
    await clock.advance(3_000);
    expect(log).toEqual(['0-10', '0-10', '10-20']);
    expect(names(20, 23)).toEqual([undefined, undefined, undefined]);
  });

  it('that cannot be fetched say so, keep what is there, and come when they are asked for again', async () => {
    pages.look(0, 5);
    await settle();
    server.isDown = true;
    pages.look(10, 15);
    await settle();
    pages.look(10, 16);
    await settle();
    expect(log).toEqual(['0-10', '10-20']);
    expect(pages.store.getState()).toMatchObject({ total: 25, problem: { code: 'UNAVAILABLE' } });
    server.isDown = false;
    pages.retry();
    await settle();
    expect(pages.store.getState().problem).toBeUndefined();
    expect(names(10, 12)).toEqual([11, 12]);
  });

  it('change nothing after they were closed', async () => {
    pages.look(0, 5);
    pages.close();
    await settle();
    expect(pages.store.getState().total).toBeUndefined();
  });
});
