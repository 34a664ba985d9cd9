import type { LastMessage } from '#protocol/entities/chat.ts';
import { previewOf } from '#server/storage/rows/previewOf.ts';
import type { HeadRow, MessageRow } from '#server/storage/rows/rowTypes.ts';

/** Rewrites the head's preview if it shows this message, which has just changed. */
export function refreshPreview(head: HeadRow, row: MessageRow): void {
  const last = head.last_msg === null ? undefined : (JSON.parse(head.last_msg) as LastMessage);
  if (last?.s === row.seq)
    head.last_msg = JSON.stringify(previewOf(row, JSON.parse(row.body) as Record<string, unknown>, last.nn));
}
