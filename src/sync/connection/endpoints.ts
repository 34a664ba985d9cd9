import type { Clock } from '../ports.ts';

/** An address that has failed comes last for this long, ms. */
const shunMs = 30_000;

/** The addresses of the service as one device tries them. */
export interface Endpoints {
  /** How many there are, at least 1: the page's own origin. */
  count(): number;
  /** The address to try now; '' = the page's own origin. */
  next(): string;
  /** Whether there is a way to the service beside this address. */
  hasOther(url: string): boolean;
  failed(url: string): void;
  /** The server has named the addresses of all its nodes; none means that there is only the page's own origin. */
  learn(urls: readonly string[]): void;
}

/**
 * Keeps the addresses in an order of this device's own, so that the devices spread over the nodes and each returns to the same one. The page's own origin
 * stands last when nodes are named: it may be a balancer in front of them.
 */
export function createEndpoints(deviceId: string, clock: Pick<Clock, 'elapsed'>): Endpoints {
  let urls = [''];
  const failures = new Map<string, number>();
  const failedAt = (url: string): number => {
    const at = failures.get(url);
    return at === undefined || clock.elapsed() - at > shunMs ? Number.NEGATIVE_INFINITY : at;
  };
  // The one that failed longest ago, or never, comes first; the sort is stable, so the device's own order decides between equals.
  const inOrder = (): string[] => urls.toSorted((one, other) => sign(failedAt(one), failedAt(other)));
  return {
    count: () => urls.length,
    next: () => inOrder()[0] ?? '',
    hasOther: (url) => urls.some((other) => other !== url),
    failed: (url) => void failures.set(url, clock.elapsed()),
    learn(named) {
      const own = [...new Set(named)].map((url) => ({ url, rank: hash(`${deviceId} ${url}`) }));
      urls = [...own.toSorted((one, other) => one.rank - other.rank).map(({ url }) => url), ''];
    },
  };
}

function sign(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** FNV-1a: spreads well enough, and every engine computes the same. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
