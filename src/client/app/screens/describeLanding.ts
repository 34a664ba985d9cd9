import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** What a link found that is not simply its message: it lies before what this person may read, was taken back, or is no message (any more). */
export type Landing = 'below' | 'unsent' | 'none';

/** What to say about the place a link has led to; undefined when its message is there. */
export function describeLanding(
  { chat, messages }: Pick<ChatWindowState, 'chat' | 'messages'>,
  seq: number,
): Landing | undefined {
  const row = messages.find(({ s }) => s === seq);
  if (row) return row.del === undefined ? undefined : 'unsent';
  return seq < (chat?.me.fl ?? 0) ? 'below' : 'none';
}
