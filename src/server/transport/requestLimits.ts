import type { RequestName } from '#protocol/requests.ts';
import { accountFactor, bucketOf, type RateLimitName, type RateLimits } from './rateLimits.ts';
import type { Bucket, Limiter } from './limiter.ts';

/** The limits of both doors. Every method throws RATE with `retry`, or lets pass. */
export interface RequestLimits {
  /** One request of a device. `cost`: 1, or the number of messages. */
  request(name: RequestName, who: { userId: number; deviceId: string }, cost: number): void;
  /** One step of something that is not a request, by the key it is counted for. */
  step(limit: RateLimitName, key: string): void;
  /** Takes one step back: it turned out to be harmless. */
  giveBack(limit: RateLimitName, key: string): void;
  /** What a key has used of such a limit counts no more. */
  forget(limit: RateLimitName, key: string): void;
  /** Books history rows after they were answered. */
  rows(userId: number, count: number): void;
  /** Throws if the person has used up the rows of the day. */
  rowsLeft(userId: number): void;
}

/** Applies configured buckets; with `limits` null nothing is ever refused. */
export function createRequestLimits(limiter: Limiter, limits: RateLimits): RequestLimits {
  if (!limits) {
    const pass = () => undefined;
    return { request: pass, step: pass, giveBack: pass, forget: pass, rows: pass, rowsLeft: pass };
  }
  const ofAccount = (bucket: Bucket): Bucket => ({
    burst: bucket.burst * accountFactor,
    everyMs: bucket.everyMs / accountFactor,
  });
  return {
    request(name, who, cost) {
      const bucket = bucketOf(limits, name);
      // The account first: a device that is refused there keeps its own tokens.
      limiter.take(`${name} u${who.userId}`, ofAccount(bucket), cost);
      limiter.take(`${name} d${who.deviceId}`, bucket, cost);
    },
    step: (limit, key) => limiter.take(`${limit} ${key}`, limits[limit]),
    giveBack: (limit, key) => limiter.charge(`${limit} ${key}`, limits[limit], -1),
    forget: (limit, key) => limiter.forget(`${limit} ${key}`),
    rows: (userId, count) => limiter.charge(`historyRows ${userId}`, limits.historyRows, count),
    rowsLeft: (userId) => limiter.take(`historyRows ${userId}`, limits.historyRows),
  };
}
