import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { Tracker } from './tracker.ts';

const c = toChatId(7);
const change = (a: number, b: number): ChatChange => {
  const delta: Delta = { c, a, b, head: { c, rev: b, n: b, b: 0, cnt: 1, mr: 0, ls: b } };
  return { delta };
};

/** A database that commits revs one by one, and a tracker that hears of them as the test wants. */
function scene() {
  const clock = fakeClock();
  const state = { rev: 0, failing: false, loads: 0 };
  const emitted: [number, number][] = [];
  const skipped: [number, number][] = [];
  const out: UserId[] = [];
  const tracker = new Tracker({
    clock,
    loadRevs: async (chats) => {
      if (state.failing) throw new Error('away');
      return chats.map((chat) => [chat, state.rev]);
    },
    loadChange: async (_chat, since) => {
      state.loads += 1;
      if (state.failing) throw new Error('away');
      return state.rev > since ? change(since, state.rev) : undefined;
    },
    emit: ({ delta, left = [] }) => {
      emitted.push([delta.a, delta.b]);
      out.push(...left);
    },
    skip: ({ delta }) => skipped.push([delta.a, delta.b]),
    failed: () => undefined,
  });
  return { clock, state, emitted, skipped, out, tracker };
}

type Event =
  | { t: 'commit'; size: number; heard: 'once' | 'twice' | 'never' | 'late' }
  | { t: 'old'; back: number; size: number }
  | { t: 'fail' }
  | { t: 'recover' }
  | { t: 'notice' }
  | { t: 'wait'; ms: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      t: fc.constant('commit' as const),
      size: fc.integer({ min: 1, max: 3 }),
      heard: fc.constantFrom('once' as const, 'twice' as const, 'never' as const, 'late' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ t: fc.constant('old' as const), back: fc.nat(6), size: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ t: 'fail' as const }) },
  { weight: 2, arbitrary: fc.constant({ t: 'recover' as const }) },
  { weight: 1, arbitrary: fc.constant({ t: 'notice' as const }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 400 }) }) },
);

describe('tracker', () => {
  it('emits every change once, in order and without holes, whatever is lost, repeated or late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.array(event, { maxLength: 40 }), async (startRev, events) => {
        const { clock, state, emitted, tracker } = scene();
        state.rev = startRev;
        tracker.retain(c);
        await tracker.track([c]);
        const late: ChatChange[] = [];
        for (const one of events) {
          if (one.t === 'commit') {
            const made = change(state.rev, state.rev + one.size);
            state.rev += one.size;
            if (one.heard === 'late') late.push(made);
            if (one.heard === 'once' || one.heard === 'twice') tracker.onChange(made);
            if (one.heard === 'twice') tracker.onChange(made);
          } else if (one.t === 'old') {
            const a = Math.max(0, state.rev - one.back);
            tracker.onChange(change(a, Math.min(state.rev, a + one.size)));
          } else if (one.t === 'notice') tracker.notice(c, state.rev);
          else if (one.t === 'wait') await clock.advance(one.ms);
          else state.failing = one.t === 'fail';
        }
        for (const made of late) tracker.onChange(made);
        state.failing = false;
        tracker.notice(c, state.rev);
        await clock.advance(3_000);
        let at = startRev;
        for (const [a, b] of emitted) {
          expect(a).toBe(at);
          expect(b).toBeGreaterThan(a);
          at = b;
        }
        expect(at).toBe(state.rev);
        expect(tracker.lastRev(c)).toBe(state.rev);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what arrives while it reads the first head, and drops what the head contains', async () => {
    const { state, emitted, skipped, tracker } = scene();
    state.rev = 4;
    tracker.retain(c);
    const tracking = tracker.track([c]);
    tracker.onChange(change(3, 4));
    tracker.onChange(change(4, 5));
    await tracking;
    expect(skipped).toEqual([[3, 4]]);
    expect(emitted).toEqual([[4, 5]]);
  });

  it('does not ask the database when everything arrives in order', async () => {
    const { clock, state, emitted, tracker } = scene();
    tracker.retain(c);
    await tracker.track([c]);
    for (state.rev = 1; state.rev <= 50; state.rev += 1) tracker.onChange(change(state.rev - 1, state.rev));
    await clock.advance(5_000);
    expect(emitted).toHaveLength(50);
    expect(state.loads).toBe(0);
  });

  it('waits 150 ms for a missing change before it fetches', async () => {
    const { clock, state, emitted, tracker } = scene();
    tracker.retain(c);
    await tracker.track([c]);
    state.rev = 2;
    tracker.onChange(change(1, 2));
    await clock.advance(149);
    expect(state.loads).toBe(0);
    await clock.advance(2);
    expect(emitted).toEqual([[0, 2]]);
  });

  it('never believes a rev it only heard of', async () => {
    const { clock, state, emitted, tracker } = scene();
    state.rev = 3;
    tracker.retain(c);
    await tracker.track([c]);
    state.rev = 5;
    tracker.notice(c, 5);
    expect(tracker.lastRev(c)).toBe(3);
    await clock.advance(200);
    expect(emitted).toEqual([[3, 5]]);
    // A rev that was undone does not make it ask for ever.
    tracker.notice(c, 9);
    await clock.advance(10_000);
    expect(state.loads).toBe(2);
  });

  it('emits what was before somebody came in, before he may enter', async () => {
    const { state, tracker, emitted } = scene();
    tracker.retain(c);
    await tracker.track([c]);
    // Revs 1 to 4 are under way from another node; the person came in with 4.
    state.rev = 4;
    await tracker.reach([{ c, joinRev: 4 }]);
    expect(emitted).toEqual([[0, 4]]);
    // They arrive when he is in the room, and are not emitted any more.
    for (let rev = 1; rev <= 4; rev += 1) tracker.onChange(change(rev - 1, rev));
    expect(emitted).toEqual([[0, 4]]);
    // Who came in long ago costs nothing, nor does a chat that is not followed.
    await tracker.reach([
      { c, joinRev: 2 },
      { c: toChatId(8), joinRev: 5 },
    ]);
    expect(state.loads).toBe(1);
    state.failing = true;
    await expect(tracker.reach([{ c, joinRev: 5 }])).rejects.toThrow('UNAVAILABLE');
  });

  it('says who is out also where a part of the change has been emitted', async () => {
    const { emitted, out, tracker } = scene();
    tracker.retain(c);
    await tracker.track([c]);
    tracker.onChange(change(0, 1));
    tracker.onChange({ ...change(0, 2), left: [toUserId(5)] });
    expect(emitted).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(out).toEqual([5]);
  });

  it('emits what was said in a thread when it has emitted who is out of its chat', async () => {
    const { clock, state, emitted, skipped, tracker } = scene();
    const thread = toChatId(9);
    for (const chat of [c, thread]) tracker.retain(chat);
    await tracker.track([c, thread]);
    const { delta } = change(0, 1);
    state.rev = 2;
    tracker.onChange({ delta: { ...delta, c: thread }, around: { c, mr: 2 } });
    expect(emitted).toEqual([]);
    await clock.advance(149);
    tracker.onChange({ delta: { ...change(1, 2).delta, c: thread }, around: { c, mr: 2 } });
    await clock.advance(1);
    expect(emitted).toEqual([
      [0, 2],
      [0, 1],
      [1, 2],
    ]);
    // Where nobody is in the chat there is nobody to wait for.
    tracker.onChange({ delta: { ...delta, c: toChatId(10) }, around: { c: toChatId(8), mr: 5 } });
    expect(skipped).toEqual([[0, 1]]);
  });

  it('forgets a chat a minute after its last socket, not before', async () => {
    const { clock, tracker } = scene();
    tracker.retain(c);
    await tracker.track([c]);
    tracker.release(c);
    await clock.advance(59_000);
    expect(tracker.lastRev(c)).toBe(0);
    tracker.retain(c);
    await clock.advance(120_000);
    expect(tracker.lastRev(c)).toBe(0);
    tracker.release(c);
    await clock.advance(60_001);
    expect(tracker.lastRev(c)).toBeUndefined();
  });

  it('can follow a chat later when the database was away at first', async () => {
    const { state, tracker } = scene();
    state.failing = true;
    tracker.retain(c);
    await expect(tracker.track([c])).rejects.toThrow('away');
    expect(tracker.unfollowed()).toEqual([c]);
    state.failing = false;
    await tracker.track(tracker.unfollowed());
    expect(tracker.lastRev(c)).toBe(0);
  });
});
