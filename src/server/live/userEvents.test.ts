import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { ChatId } from '#protocol/ids.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { UserEvents } from './userEvents.ts';

const ana = toUserId(1);
const c = toChatId(9);

/** A person whose rows change in a database, with one chat whose head may move while it is read. */
function scene() {
  const clock = fakeClock();
  const state = {
    u: 0,
    head: 1,
    emittedRev: 1,
    failing: false,
    movesPerRead: 0,
    lossesPerRead: 0,
    entries: 0,
    hasChat: false,
  };
  const events: [number, number][] = [];
  const heads: number[] = [];
  const userEvents = new UserEvents({
    clock,
    loadUserRevs: async (users) => {
      if (state.failing) throw new Error('away');
      return users.map((user) => [user, state.u]);
    },
    loadChanges: async () => {
      if (state.failing) throw new Error('away');
      const rev = state.head;
      // A message is committed and emitted between the reading and its use.
      if (state.movesPerRead > 0) {
        state.movesPerRead -= 1;
        state.head += 1;
        state.emittedRev = state.head;
      }
      const h = { c, rev, n: 0, b: 0, cnt: 1, mr: 0, ls: 0 };
      const chats = state.hasChat ? { chats: [{ h } as never] } : {};
      return {
        u: state.u,
        set: chats,
        rooms: state.hasChat ? [{ c, kind: 2, joinRev: 1, mid: toMemberId(1), isQuiet: false }] : [],
      };
    },
    mark: () => 0,
    // A removal of before is emitted while the membership of now is read.
    enterChats: async () => {
      state.entries += 1;
      state.lossesPerRead -= 1;
      return state.lossesPerRead < 0;
    },
    leaveChats: () => undefined,
    lastRev: () => state.emittedRev,
    emit: (_user, event) => {
      events.push([event.a, event.u]);
      for (const { h } of event.set.chats ?? []) heads.push(h.rev);
    },
    failed: () => undefined,
  });
  return { clock, state, events, heads, userEvents };
}

describe('user events', () => {
  it('are sent without holes, however announcements come and the database fails', async () => {
    const step = fc.constantFrom('change', 'notice', 'fail', 'recover', 'wait');
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.array(step, { maxLength: 30 }), async (startRev, steps) => {
        const { clock, state, events, userEvents } = scene();
        state.u = startRev;
        userEvents.enter(ana);
        await clock.settle();
        for (const what of steps) {
          if (what === 'change') state.u += 1;
          else if (what === 'notice') userEvents.notice(ana);
          else if (what === 'wait') await clock.advance(300);
          else state.failing = what === 'fail';
        }
        state.failing = false;
        userEvents.notice(ana);
        await clock.advance(5_000);
        let at = startRev;
        for (const [a, u] of events) {
          expect(a).toBe(at);
          expect(u).toBeGreaterThan(a);
          at = u;
        }
        expect(at).toBe(state.u);
      }),
      { numRuns: 60 },
    );
  });

  it('are ready once they miss nothing any more, also when the database was away', async () => {
    const { clock, state, events, userEvents } = scene();
    state.failing = true;
    userEvents.enter(ana);
    let isReady = false;
    void userEvents.ready(ana).then(() => (isReady = true));
    await clock.settle();
    expect(isReady).toBe(false);
    state.failing = false;
    state.u = 3;
    await clock.advance(1_000);
    expect(isReady).toBe(true);
    state.u = 4;
    userEvents.notice(ana);
    await clock.settle();
    expect(events).toEqual([[3, 4]]);
  });

  it('never show a chat older than what its room was told', async () => {
    const { clock, state, heads, userEvents } = scene();
    userEvents.enter(ana);
    await clock.settle();
    state.hasChat = true;
    state.movesPerRead = 2;
    state.u = 1;
    userEvents.notice(ana);
    await clock.settle();
    expect(heads).toEqual([3]);
    expect(heads[0]).toBeGreaterThanOrEqual(state.emittedRev);
  });

  it('tell of no chat whose room was not entered, however many come one after the other', async () => {
    const clock = fakeClock();
    const entered = new Set<ChatId>();
    const told: ChatId[][] = [];
    let u = 0;
    const userEvents = new UserEvents({
      clock,
      loadUserRevs: async (users) => users.map((user) => [user, 0]),
      loadChanges: async () => {
        // He is added to one more chat with every look.
        u = Math.min(8, u + 1);
        const chats = Array.from({ length: u }, (_, at) => toChatId(at + 1));
        return {
          u,
          set: { chats: chats.map((id) => ({ h: { c: id, rev: 1, n: 0, b: 0, cnt: 1, mr: 0, ls: 0 } }) as never) },
          rooms: chats.map((id) => ({ c: id, kind: 4, joinRev: 1, mid: toMemberId(1), isQuiet: false })),
        };
      },
      mark: () => 0,
      enterChats: async (_user, chats) => {
        // Who is not in a room yet is only in it after one more look.
        const isIn = chats.every((chat) => entered.has(chat.c));
        for (const chat of chats) entered.add(chat.c);
        return isIn;
      },
      leaveChats: () => undefined,
      lastRev: (id) => (entered.has(id) ? 1 : undefined),
      emit: (_user, { set }) => void told.push((set.chats ?? []).map(({ h }) => h.c)),
      failed: () => undefined,
    });
    userEvents.enter(ana);
    await clock.settle();
    userEvents.notice(ana);
    await clock.settle();
    expect(told.flat()).toHaveLength(8);
    expect(told.flat().filter((id) => !entered.has(id))).toEqual([]);
  });

  it('say nothing for people who are not here', async () => {
    const { clock, state, events, userEvents } = scene();
    userEvents.enter(ana);
    await clock.settle();
    userEvents.exit(ana);
    state.u = 4;
    userEvents.notice(ana);
    await clock.advance(2_000);
    expect(events).toEqual([]);
    expect(userEvents.revs()).toEqual([]);
  });

  it('N21: read again where the person was taken out of a chat while they were read, and are not sent before: he is back, and would be in no room', async () => {
    const { clock, state, events, userEvents } = scene();
    Object.assign(state, { lossesPerRead: 22, hasChat: true });
    userEvents.enter(ana);
    await clock.settle();
    state.u = 1;
    userEvents.notice(ana);
    await clock.settle();
    expect(events).toEqual([]);
    await clock.advance(1_000);
    expect(events).toEqual([[0, 1]]);
    expect(state.entries).toBe(23);
  });
});
