import { describe, expect, it } from 'vitest';
import { buildMe } from '#testing/builders/chatBuilders.ts';
import { localChat } from '#testing/localRows.ts';
import { planHistory } from './planHistory.ts';

const ranges = [
  { from: 10, to: 19, rev: 80 },
  { from: 30, to: 39, rev: 100 },
];
const chat = localChat({ sync: { rev: 100, state: 'fresh', tailFrom: 60, ranges } });

describe('planHistory', () => {
  it('moves a wish inside the cache to the edge of what is cached', () => {
    expect(planHistory(chat, { before: 90 })).toEqual({ t: 'fetch', ask: { before: 60 } });
    expect(planHistory(chat, { before: 60 })).toEqual({ t: 'fetch', ask: { before: 60 } });
    expect(planHistory(chat, { before: 40 })).toEqual({ t: 'fetch', ask: { before: 30 } });
    expect(planHistory(chat, { after: 25 })).toEqual({ t: 'fetch', ask: { after: 25 } });
    expect(planHistory(chat, { after: 32 })).toEqual({ t: 'fetch', ask: { after: 39 } });
  });

  it('has a stale span checked before anything is fetched', () => {
    expect(planHistory(chat, { before: 15 })).toEqual({ t: 'check', range: ranges[0] });
    expect(planHistory(chat, { after: 9 })).toEqual({ t: 'check', range: ranges[0] });
    expect(planHistory(chat, { around: 12 })).toEqual({ t: 'check', range: ranges[0] });
  });

  it('asks for nothing where the cache ends the chat', () => {
    expect(planHistory(chat, { after: 59 })).toEqual({ t: 'nothing' });
    expect(planHistory(chat, { around: 70 })).toEqual({ t: 'nothing' });
    expect(planHistory(chat, { around: 35 })).toEqual({ t: 'nothing' });
    const whole = localChat({ sync: { rev: 100, state: 'fresh', tailFrom: 3, ranges: [], startSeq: 3 } });
    expect(planHistory(whole, { before: 50 })).toEqual({ t: 'nothing' });
    const floored = localChat({
      me: buildMe({ fl: 10 }),
      sync: { rev: 100, state: 'fresh', tailFrom: 10, ranges: [] },
    });
    expect(planHistory(floored, { before: 50 })).toEqual({ t: 'nothing' });
  });

  it('fetches around a place of which nothing is known', () => {
    expect(planHistory(chat, { around: 50 })).toEqual({ t: 'fetch', ask: { around: 50 } });
    expect(planHistory(chat, { around: 101 })).toEqual({ t: 'fetch', ask: { around: 101 } });
  });
});
