import { isSystemMessage } from '#domain/chatTraits.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { AlertLine } from './AlertLine.ts';
import { toLine } from './findNews.ts';

/**
 * The lines of an alert after a change: without what was read or unsent, with texts as they were edited. Empty when there is nothing left to tell.
 * `chat` is undefined when it is not mine any more; `rows`: messages that were written, of whatever chat.
 */
export function refreshLines(
  lines: readonly AlertLine[],
  chat: LocalChat | undefined,
  rows: readonly LocalMessage[],
): AlertLine[] {
  if (!chat) return [];
  const written = new Map(rows.filter((row) => row.c === chat.c).map((row) => [row.s, row]));
  const newest = chat.head.l;
  return lines.flatMap((line) => {
    const row = written.get(line.s);
    const isUnsent = row?.del !== undefined || (newest?.s === line.s && newest.del === 1);
    // An announcement counts for nothing among the unread messages.
    const isRead = line.s <= chat.me.rs || (chat.unread === 0 && !line.isAnnouncement);
    if (isRead || isUnsent) return [];
    return [row && !isSystemMessage(row.k) ? { ...line, ...toLine(row, chat.me.mid) } : line];
  });
}
