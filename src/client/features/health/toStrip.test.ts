import { describe, expect, it } from 'vitest';
import type { HealthState } from '#client/stores/healthStore.ts';
import { GRACE_MS, toStrip } from './toStrip.ts';

const now = 1_000_000;
const health = (status: Partial<HealthState['status']> = {}, more: Partial<HealthState> = {}): HealthState => ({
  status: { phase: 'live', clockOffset: 0, ...status },
  waiting: 0,
  failed: 0,
  memoryOnly: false,
  updateReady: false,
  ...more,
});
const strip = (state: HealthState, session: 'in' | 'ended' = 'in') => toStrip({ health: state, session, now });

describe('toStrip', () => {
  it('says nothing while all is well, nor about a moment', () => {
    expect(strip(health())).toBeUndefined();
    expect(strip(health({ phase: 'backoff', downSince: now - GRACE_MS + 1 }))).toBeUndefined();
    expect(strip(health({ phase: 'boot' }))).toBeUndefined();
    expect(strip(health({ phase: 'follower' }))).toBeUndefined();
  });

  it('names the phase', () => {
    const downSince = now - GRACE_MS;
    expect(strip(health({ phase: 'offline' }))?.kind).toBe('offline');
    expect(strip(health({ phase: 'backoff', downSince }))?.kind).toBe('reconnecting');
    expect(strip(health({ phase: 'connect', downSince }))?.kind).toBe('connecting');
    expect(strip(health({ phase: 'syncing', downSince }))?.kind).toBe('updating');
    expect(strip(health({ phase: 'backoff', downSince, backAt: now + 5 }))).toMatchObject({ backAt: now + 5 });
    expect(strip(health({ phase: 'backoff', downSince, backAt: now - 5 }))).toMatchObject({ backAt: undefined });
  });

  it('puts what a person must act on first', () => {
    const all = health({ phase: 'offline', blocked: 'PROTO' }, { memoryOnly: true, updateReady: true, failed: 3 });
    expect(strip(all, 'ended')?.kind).toBe('ended');
    expect(strip(all)?.kind).toBe('outdated');
    expect(strip({ ...all, status: { phase: 'offline', clockOffset: 0 } })?.kind).toBe('memoryOnly');
    expect(strip(health({}, { updateReady: true, failed: 3 }))?.kind).toBe('updateReady');
    expect(strip(health({}, { failed: 3 }))?.kind).toBe('failed');
  });
});
