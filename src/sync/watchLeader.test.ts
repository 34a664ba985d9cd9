import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emitter } from '#base/emitter.ts';
import { fakeClock, type FakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { loopLine } from './loopLine.ts';
import { watchLeader, type LeaderWatch } from './watchLeader.ts';

/** A follower beside an engine in another tab, which answers as long as `isAlive`. */
function stage() {
  const clock = fakeClock();
  const channel = fakeChannel();
  const leader = channel('leader');
  const line = loopLine(channel('follower'));
  const surroundings = { isVisible: true, change: emitter<'visible' | 'hidden' | 'wake' | 'online' | 'offline'>() };
  const state = { isAlive: true, isLeading: false, pings: 0, thefts: [] as number[] };
  leader.onCall((call) => {
    if (call.t !== 'ping') return;
    state.pings += 1;
    if (state.isAlive) leader.announce({ t: 'pong' });
  });
  const watch: LeaderWatch = watchLeader(
    {
      ...{ clock, line, random: seededRandom(1) },
      log: { debug: () => undefined, warn: () => undefined },
      surroundings: {
        isOnline: () => true,
        isVisible: () => surroundings.isVisible,
        onChange: (listener) => surroundings.change.on(listener),
      },
    },
    { isLeading: () => state.isLeading, takeOver: () => void state.thefts.push(clock.elapsed()) },
  );
  return { clock, leader, line, surroundings, state, watch };
}

let scene: ReturnType<typeof stage>;
let clock: FakeClock;
beforeEach(() => {
  scene = stage();
  ({ clock } = scene);
});

describe('the watch over the leader', () => {
  it('L5: asks every five seconds and takes nothing from an engine that answers', async () => {
    await clock.advance(60_000);
    expect(scene.state.pings).toBe(12);
    expect(scene.state.thefts).toEqual([]);
  });

  it('L5: two questions without an answer take the lead, 8 s after the leader froze at most', async () => {
    scene.state.isAlive = false;
    await clock.advance(8_001);
    expect(scene.state.thefts).toEqual([8_000]);
  });

  it('L5: asks at once when the tab becomes visible and when its person does something', async () => {
    scene.state.isAlive = false;
    scene.surroundings.isVisible = false;
    await clock.advance(4_000);
    scene.surroundings.isVisible = true;
    scene.surroundings.change.emit('visible');
    await clock.advance(3_001);
    expect(scene.state.thefts).toEqual([7_000]);
    const other = stage();
    other.state.isAlive = false;
    other.line.call({ t: 'poke' });
    await other.clock.advance(3_001);
    expect(other.state.thefts).toEqual([3_000]);
  });

  it('L5: a hidden tab and the leading tab ask nothing', async () => {
    scene.state.isAlive = false;
    scene.surroundings.isVisible = false;
    await clock.advance(60_000);
    scene.surroundings.isVisible = true;
    scene.state.isLeading = true;
    await clock.advance(60_000);
    expect(scene.state).toMatchObject({ pings: 0, thefts: [] });
  });

  it('L5: a tab that is hidden between question and answer takes nothing', async () => {
    scene.state.isAlive = false;
    await clock.advance(6_000);
    scene.surroundings.isVisible = false;
    scene.surroundings.change.emit('hidden');
    await clock.advance(60_000);
    expect(scene.state.thefts).toEqual([]);
  });

  it('L5: a tab that begins to lead between question and answer takes nothing from itself', async () => {
    scene.state.isAlive = false;
    // The second question is on its way.
    await clock.advance(7_000);
    scene.state.isLeading = true;
    await clock.advance(60_000);
    expect(scene.state.thefts).toEqual([]);
  });

  it('L6: thefts in a row are further and further apart', async () => {
    scene.state.isAlive = false;
    await clock.advance(600_000);
    const { thefts } = scene.state;
    const gaps = thefts.slice(1).map((at, index) => at - (thefts[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(2);
    for (const [index, gap] of gaps.entries()) {
      expect(gap).toBeGreaterThanOrEqual(5_000 * 2 ** index);
      expect(gap).toBeLessThanOrEqual(15_000 * 2 ** index + 8_000);
    }
  });

  it('L6: an engine that has just begun is left alone for five seconds at least', async () => {
    scene.state.isAlive = false;
    await clock.advance(4_900);
    scene.leader.announce({ t: 'status', status: { phase: 'boot', clockOffset: 0 } });
    await clock.advance(5_000);
    expect(scene.state.pings).toBe(0);
    await clock.advance(20_000);
    expect(scene.state.thefts).toHaveLength(1);
  });

  it('L4: a stopped watch leaves no timer', async () => {
    await clock.advance(5_001);
    scene.watch.stop();
    expect(clock.pending()).toBe(0);
    scene.line.call({ t: 'poke' });
    await clock.advance(60_000);
    expect(scene.state.pings).toBe(1);
  });
});

describe('under whatever happens around it', () => {
  const wait = fc.record({ t: fc.constant('wait' as const), ms: fc.constantFrom(1, 700, 1_499, 1_501, 4_000, 20_000) });
  const around = fc.constantFrom('visible', 'hidden', 'wake', 'poke', 'boot', 'lead', 'follow', 'freeze', 'thaw');
  const happening = fc.oneof(wait, fc.record({ t: around }));
  type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

  const happen = async (
    { surroundings, state, line, leader, clock: time }: typeof scene,
    one: Happening,
  ): Promise<void> => {
    if (one.t === 'wait') await time.advance(one.ms);
    else if (one.t === 'visible' || one.t === 'hidden') {
      surroundings.isVisible = one.t === 'visible';
      surroundings.change.emit(one.t);
    } else if (one.t === 'wake') surroundings.change.emit('wake');
    else if (one.t === 'poke') line.call({ t: 'poke' });
    else if (one.t === 'boot') leader.announce({ t: 'status', status: { phase: 'boot', clockOffset: 0 } });
    else if (one.t === 'lead' || one.t === 'follow') state.isLeading = one.t === 'lead';
    else state.isAlive = one.t === 'thaw';
  };

  it('L5, L6: nothing is taken from who answers, by who is hidden or leads, or within 5 s of a theft or a beginning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const stageNow = stage();
        const { state, surroundings, clock: time } = stageNow;
        let quietFrom = Number.NEGATIVE_INFINITY;
        let thawedAt = Number.NEGATIVE_INFINITY;
        for (const one of happenings) {
          const before = { ...state, thefts: state.thefts.length, isVisible: surroundings.isVisible };
          await happen(stageNow, one);
          const taken = state.thefts.slice(before.thefts);
          if (before.isLeading || !before.isVisible) expect(taken).toEqual([]);
          for (const at of taken) {
            // Who thawed a moment ago did not hear the last question.
            if (before.isAlive) expect(at - thawedAt).toBeLessThan(3_000);
            // Two questions of 1.5 s each stand between the end of the rest and a theft.
            expect(at - quietFrom).toBeGreaterThanOrEqual(5_000 + 3_000);
            quietFrom = at;
          }
          if (one.t === 'boot') quietFrom = time.elapsed();
          if (one.t === 'thaw') thawedAt = time.elapsed();
        }
        stageNow.watch.stop();
        expect(time.pending()).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('L5: whatever was before, a leader that answers no more is replaced by a visible tab that is left in peace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        const stageNow = stage();
        const { state, clock: time } = stageNow;
        for (const one of happenings) await happen(stageNow, one);
        for (const t of ['follow', 'thaw', 'visible'] as const) await happen(stageNow, { t });
        // Whatever rest there was is over after the longest one, and an answer makes the next theft the first of its row.
        await time.advance(15_000 * 2 ** 8 + 5_000);
        const before = state.thefts.length;
        await happen(stageNow, { t: 'freeze' });
        await time.advance(8_001);
        expect(state.thefts.length).toBe(before + 1);
        // The thefts before the answer do not count any more: the next rest is a short one.
        await time.advance(15_000 + 8_001);
        expect(state.thefts.length).toBe(before + 2);
        stageNow.watch.stop();
      }),
      { numRuns: 60 },
    );
  });
});
