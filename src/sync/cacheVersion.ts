import { renewCache } from './wipeCaches.ts';
import type { EngineContext } from './engineContext.ts';
import type { ReadTx } from './ports.ts';

/** Shape of the cached rows that this app writes. Raise it when an older app's rows cannot be read any more: they are fetched anew, never changed in place. */
export const cacheVersion = 1;

/** Shape of the rows that a database holds; one without a word is of the first shape. Needs the table `meta`. */
export async function readCacheVersion(tx: ReadTx): Promise<number> {
  return Number((await tx.get('meta', 'cacheVer'))?.val ?? 1);
}

/**
 * Makes the cache one that this engine can read. `newer`: an app of a later version has taken the database over; this engine must not write into it.
 */
export async function claimCache(ctx: EngineContext): Promise<'ours' | 'newer'> {
  const stored = await ctx.read(['meta'], readCacheVersion);
  if (stored > cacheVersion) return 'newer';
  if (stored < cacheVersion) await ctx.commit((tx) => renewCache(tx, cacheVersion));
  return 'ours';
}
