import { toChatId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { ChatChange } from './chatChange.ts';

/** What a change says beside its deltas of where its chat hangs. */
export type Within = Pick<ChatChange, 'parent' | 'around' | 'thread'>;

/**
 * Where a room or thread hangs. Every change of a room has it: whoever does not look at the room hears of it through the community. Of a thread only what tells of a reply says more,
 * see `tellThread`.
 */
export function withinOf(head: Pick<LockedHead, 'parent_id' | 'root_chat' | 'around_mr'>): Within {
  if (head.parent_id === null) return {};
  const parent = toChatId(head.parent_id);
  const within = { parent, around: { c: parent, mr: head.around_mr ?? 0 } };
  return head.root_chat === null ? within : { ...within, thread: null };
}
