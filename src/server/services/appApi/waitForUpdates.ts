import { setTimeout as sleep } from 'node:timers/promises';
import type { AppId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppUpdate } from '#server/storage/units/appApi/readUpdates.ts';

/** Pause between two looks while a server waits, ms. It looks, because what it waits for may be written by another node. */
const lookMs = 1_000;

/** Updates after a number, which also says that those up to it are dealt with; waits for the first when there is none. `waitMs`: at most so long. `gone`: nobody waits any more. */
export async function waitForUpdates(
  { storage }: Pick<ServiceContext, 'storage'>,
  { app, after, waitMs }: { app: AppId; after: number; waitMs: number },
  gone: AbortSignal,
): Promise<AppUpdate[]> {
  let updates = await storage.run(after > 0 ? 'takeUpdates' : 'readUpdates', { app, after });
  for (let leftMs = waitMs; updates.length === 0 && leftMs > 0 && !gone.aborted; leftMs -= lookMs) {
    await pause(Math.min(lookMs, leftMs), gone);
    updates = await storage.run('readUpdates', { app, after });
  }
  return updates;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // Ended early: the loop looks at the signal.
    if (!signal.aborted) throw error;
  }
}
