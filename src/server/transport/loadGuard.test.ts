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
});
