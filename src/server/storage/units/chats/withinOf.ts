import { toChatId } from '#protocol/casts.ts';
import type { ChatChange } from './chatChange.ts';

/** What a change says beside its deltas of where its chat hangs. */
export type Within = Pick<ChatChange, 'parent' | 'thread'>;

/**
 * Where a room or thread hangs. Every change of a room has it: whoever does not look at the room hears of it through the community. Of a thread only what tells of a reply says more,
 * see `tellThread`.
 */
export function withinOf(head: { parent_id: number | null; root_chat: number | null }): Within {
  if (head.parent_id === null) return {};
  const parent = toChatId(head.parent_id);
  return head.root_chat === null ? { parent } : { parent, thread: null };
}
