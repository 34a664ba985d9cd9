import { describe, expect, it } from 'vitest';
import { createSlowWatch } from './createSlowWatch.ts';

/** Connections under the hand of a test, and what was done to them. */
function stage(lines: Record<string, { queued?: number; bytes?: number }>) {
  const done: string[] = [];
  const once = createSlowWatch(() =>
    Object.keys(lines).map((id) => ({
      id,
      queued: () => lines[id]?.queued ?? 0,
      unsentBytes: () => lines[id]?.bytes ?? 0,
      pause: () => void done.push(`pause ${id}`),
      resume: () => void done.push(`resume ${id}`),
      end: () => {
        done.push(`end ${id}`);
        delete lines[id];
      },
    })),
  );
  /** Each connection is looked at once in these, if not more often. */
  const look = () => {
    for (let round = 0; round < 10; round += 1) once();
  };
  return { lines, look, once, take: () => done.splice(0) };
}

describe('the watch over slow connections', () => {
  it('N18: leaves a busy connection alone, and pauses one with too many packets or bytes', () => {
    const { look, take } = stage({
      busy: { queued: 500, bytes: 1_048_576 },
      many: { queued: 501 },
      big: { bytes: 1_048_577 },
    });
    look();
    expect(take().toSorted()).toEqual(['pause big', 'pause many']);
    look();
    expect(take()).toEqual([]);
  });

  it('resumes when the line has drained, not when it is merely below the alarm', () => {
    const { lines, look, take } = stage({ one: { queued: 9_999, bytes: 5_000_000 } });
    look();
    lines['one'] = { queued: 51, bytes: 0 };
    look();
    lines['one'] = { queued: 0, bytes: 65_537 };
    look();
    expect(take()).toEqual(['pause one']);
    lines['one'] = { queued: 50, bytes: 65_536 };
    look();
    expect(take()).toEqual(['resume one']);
    lines['one'] = { queued: 501 };
    look();
    expect(take()).toEqual(['pause one']);
  });

  it('ends one that does not drain for thirty looks', () => {
    const { once, take } = stage({ stuck: { queued: 501 } });
    let looks = 0;
    while (take().length === 0) {
      once();
      looks += 1;
    }
    expect(looks).toBeLessThanOrEqual(10);
    for (let n = 1; n < 30; n += 1) once();
    expect(take()).toEqual([]);
    once();
    expect(take()).toEqual(['end stuck']);
    for (let n = 0; n < 20; n += 1) once();
    expect(take()).toEqual([]);
  });
});
