import { backoff } from '#base/backoff.ts';

/** How one attempt to be connected ended. `closed`: it had been live; `isSilent`: the device itself found that nothing was answered any more. */
export type AttemptEnd =
  | { t: 'closed'; isSilent?: boolean }
  | { t: 'again' }
  | { t: 'failed'; retryMs?: number }
  | { t: 'blocked'; why: 'REVOKED' | 'PROTO' | 'UNAUTH' };

/** What a wait depends on. Times in ms; `spread` is the server's wish for spreading reconnects. */
export interface WaitInput {
  end: Exclude<AttemptEnd, { t: 'blocked' }>;
  /** attempts in a row that failed */
  failures: number;
  /** how many addresses are tried in turn */
  endpoints: number;
  isVisible: boolean;
  isOnline: boolean;
  spreadMs: number;
  random: () => number;
}

const capVisibleMs = 15_000;
const capHiddenMs = 120_000;
const spreadMaxMs = 5_000;
/** Devices find a silent path each at a time of their own; there is not much left to spread, ms. */
const silentSpreadMs = 500;
const offlineMs = 30_000;
/** Between two addresses of one round, ms. */
const nextAddressMs = 300;

/**
 * Wait before the next attempt, ms. After an unexpected end the crowd is spread as the server wished; after failures the wait doubles; a device that
 * says it is offline still tries now and then, because it may be wrong. Only a whole round over all addresses counts as a failure of the service.
 */
export function waitBefore(input: WaitInput): number {
  const { end, failures, endpoints, isVisible, isOnline, spreadMs, random } = input;
  if (end.t === 'again') return 0;
  if (end.t === 'closed') {
    if (isVisible) return random() * Math.min(spreadMs, end.isSilent ? silentSpreadMs : spreadMaxMs);
    return spreadMs / 2 + random() * spreadMs;
  }
  if (end.retryMs !== undefined) return end.retryMs * (1 + random() * 0.3);
  if (!isOnline) return offlineMs;
  if (failures % endpoints !== 0) return random() * nextAddressMs;
  return backoff(Math.max(0, failures / endpoints - 1), {
    baseMs: 1_000,
    capMs: isVisible ? capVisibleMs : capHiddenMs,
    random,
  });
}
