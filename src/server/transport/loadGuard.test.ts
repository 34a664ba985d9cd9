import { describe, expect, it } from 'vitest';
import { createLoadLevels } from './loadGuard.ts';

describe('the load of the process', () => {
  it('rises at once and falls only after three calm seconds', () => {
    const decide = createLoadLevels();
    expect([10, 100, 101, 250, 251, 900].map(decide)).toEqual([0, 0, 1, 1, 2, 2]);
    expect([50, 50].map(decide)).toEqual([2, 2]);
    expect(decide(50)).toBe(0);
  });

  it('begins to count anew when a busy second comes in between', () => {
    const decide = createLoadLevels();
    expect([300, 20, 20, 300, 20, 20].map(decide)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(decide(150)).toBe(1);
  });

  it('is at its highest only when ten seconds in a row were very bad', () => {
    const decide = createLoadLevels();
    const repeat = (lateByMs: number, looks: number) => Array.from({ length: looks }, () => decide(lateByMs)).at(-1);
    expect(repeat(1_001, 9)).toBe(2);
    expect(repeat(1_000, 1)).toBe(2);
    expect(repeat(1_001, 9)).toBe(2);
    expect(decide(1_001)).toBe(3);
  });

  it('leaves the highest level as it leaves the others, and a bad second on the way counts', () => {
    const decide = createLoadLevels();
    for (let look = 0; look < 10; look += 1) decide(2_000);
    expect([900, 900, 1_001, 900, 900].map(decide)).toEqual([3, 3, 3, 3, 3]);
    expect(decide(900)).toBe(2);
    expect(decide(1_001)).toBe(2);
  });
});
