import { describe, expect, it } from 'vitest';
import { createSlowWatch } from './createSlowWatch.ts';

describe('the watch over slow connections', () => {
  it('ends one that stays clogged for ten looks, and forgives one that recovers', () => {
    const queued = { stuck: 501, relieved: 9_999, busy: 500 };
    const ended: string[] = [];
    const look = createSlowWatch(() =>
      Object.keys(queued).map((id) => ({
        id,
        queued: () => queued[id as keyof typeof queued],
        end: () => void ended.push(id),
      })),
    );
    for (let n = 0; n < 9; n += 1) look();
    expect(ended).toEqual([]);
    queued.relieved = 0;
    look();
    expect(ended).toEqual(['stuck']);
    queued.relieved = 9_999;
    for (let n = 0; n < 9; n += 1) look();
    expect(ended).toEqual(['stuck']);
    look();
    expect(ended).toEqual(['stuck', 'stuck', 'relieved']);
  });
});
