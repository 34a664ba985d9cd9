import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** How far somebody has read who sees the message of `seq`: what follows it and is hidden from him is no message he could still come to. */
export function pastHidden(
  messages: ChatWindowState['messages'],
  seq: number,
  hidden: ReadonlySet<number> | undefined,
): number {
  if (!hidden?.size) return seq;
  let read = seq;
  for (const { s } of messages) {
    if (s <= read) continue;
    if (!hidden.has(s)) break;
    read = s;
  }
  return read;
}
