import type { HealthState } from '#client/stores/healthStore.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';

/** A connection that is gone for less than this is not worth a word, ms. */
export const GRACE_MS = 1500;

/** The one thing the strip says. The words belong to the component. */
export type Strip =
  | { kind: 'ended' }
  | { kind: 'outdated' }
  | { kind: 'memoryOnly' }
  | { kind: 'offline' | 'reconnecting' | 'connecting' | 'updating'; backAt: number | undefined }
  | { kind: 'updateReady' }
  | { kind: 'failed' };

export interface StripInput {
  health: HealthState;
  session: SessionState['state'];
  /** device clock, ms */
  now: number;
}

/** What the strip says, most urgent first; undefined while all is well. */
export function toStrip({ health, session, now }: StripInput): Strip | undefined {
  const { status, failed, memoryOnly, updateReady } = health;
  if (session === 'ended' || status.blocked === 'REVOKED' || status.blocked === 'UNAUTH') return { kind: 'ended' };
  if (status.blocked === 'PROTO') return { kind: 'outdated' };
  if (memoryOnly) return { kind: 'memoryOnly' };
  const down = toDown(health, now);
  if (down) return down;
  if (updateReady) return { kind: 'updateReady' };
  return failed > 0 ? { kind: 'failed' } : undefined;
}

function toDown({ status }: HealthState, now: number): Strip | undefined {
  const { phase, downSince } = status;
  const backAt = status.backAt !== undefined && status.backAt > now ? status.backAt : undefined;
  if (phase === 'offline') return { kind: 'offline', backAt };
  if (downSince === undefined || now - downSince < GRACE_MS) return undefined;
  if (phase === 'backoff') return { kind: 'reconnecting', backAt };
  if (phase === 'connect') return { kind: 'connecting', backAt };
  if (phase === 'syncing') return { kind: 'updating', backAt };
  return undefined;
}
