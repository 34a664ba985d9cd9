import type { LocalChat, LocalMessage } from '#sync/changes.ts';

/** Seq at or below the first unread message of others; undefined when everything was read. A mark "unread from here" goes before the read position. */
export function unreadAnchor(chat: LocalChat): number | undefined {
  if (chat.me.uf !== undefined) return chat.me.uf;
  return chat.unread > 0 ? chat.me.rs + 1 : undefined;
}

/** The first message of others at or after `anchor` that counts. */
export function firstUnread(chat: LocalChat, messages: readonly LocalMessage[], anchor: number): number | undefined {
  return messages.find((row) => row.s >= anchor && row.u !== chat.me.mid && row.n !== undefined)?.s;
}
