import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadMarker } from './createReadMarker.ts';

/** A marker on a clock that is moved by hand. */
function rig(readSeq = 0) {
  let time = 0;
  let timers: { at: number; work: () => void }[] = [];
  const marks: { seq: number; at: number }[] = [];
  const marker = createReadMarker({
    readSeq,
    mark: (seq) => void marks.push({ seq, at: time }),
    now: () => time,
    after(ms, work) {
      const timer = { at: time + ms, work };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
  });
  const pass = (ms: number): void => {
    const end = time + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers = timers.filter((timer) => timer !== next);
      time = Math.max(time, next.at);
      next.work();
    }
    time = end;
  };
  return { marker, marks, pass, seqs: () => marks.map(({ seq }) => seq) };
}

describe('createReadMarker', () => {
  it('marks after 0.3 s in sight of somebody who looks', () => {
    const { marker, pass, seqs } = rig();
    marker.attend(true);
    marker.see(5);
    pass(299);
    expect(seqs()).toEqual([]);
    pass(1);
    expect(seqs()).toEqual([5]);
  });

  it('counts no time in a tab that is hidden or has no focus', () => {
    const { marker, pass, seqs } = rig();
    marker.see(5);
    pass(10_000);
    marker.attend(true);
    pass(200);
    marker.attend(false);
    pass(10_000);
    marker.attend(true);
    pass(299);
    expect(seqs()).toEqual([]);
    pass(1);
    expect(seqs()).toEqual([5]);
  });

  it('does not mark what left the view upwards too soon, and marks what was passed over', () => {
    const { marker, pass, seqs } = rig();
    marker.attend(true);
    marker.see(9);
    pass(200);
    marker.see(4);
    pass(1000);
    expect(seqs()).toEqual([4]);
    marker.see(20);
    pass(100);
    marker.see(30);
    pass(1000);
    expect(seqs().at(-1)).toBe(30);
  });

  it('says nothing about what is read already, nor after the end', () => {
    const { marker, pass, seqs } = rig(10);
    marker.attend(true);
    marker.see(10);
    pass(5000);
    marker.see(11);
    marker.stop();
    pass(5000);
    expect(seqs()).toEqual([]);
  });

  it('marks ever higher, never within half a second of the last mark, and reaches what stays in sight', () => {
    const step = fc.record({ seq: fc.integer({ min: 0, max: 50 }), wait: fc.integer({ min: 0, max: 700 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const { marker, marks, pass } = rig();
        marker.attend(true);
        for (const { seq, wait } of steps) {
          marker.see(seq);
          pass(wait);
        }
        pass(2000);
        for (const [index, mark] of marks.entries()) {
          const previous = marks[index - 1];
          if (!previous) continue;
          expect(mark.seq).toBeGreaterThan(previous.seq);
          expect(mark.at - previous.at).toBeGreaterThanOrEqual(500);
        }
        expect(marks.at(-1)?.seq ?? 0).toBeGreaterThanOrEqual(steps.at(-1)?.seq ?? 0);
      }),
    );
  });
});
