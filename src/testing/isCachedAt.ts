import type { ChatSyncState } from '#sync/changes.ts';

/** Whether a row at `seq` lies in a span that is cached, fresh or stale. */
export function isCachedAt(sync: ChatSyncState, seq: number): boolean {
  return seq >= sync.tailFrom || sync.ranges.some((range) => range.from <= seq && seq <= range.to);
}
