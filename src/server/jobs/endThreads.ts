import type { LivePort } from '#server/live/livePort.ts';
import type { Storage } from '#server/storage/units.ts';

/** Threads of one round. */
const batch = 50;

/** Closes threads in which nobody wrote for long, and tells the people of their chats. */
export async function endThreads(storage: Storage, live: Pick<LivePort, 'publishChange'>): Promise<void> {
  const idle = await storage.run('listIdleThreads', { limit: batch });
  for (const thread of idle) {
    const change = await storage.run('endThread', { thread });
    if (change) live.publishChange(change);
  }
}
