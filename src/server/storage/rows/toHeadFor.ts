import type { Head, LastMessage } from '#protocol/entities/chat.ts';
import type { HeadRow } from './rowTypes.ts';
import { toHead } from './toHead.ts';

/** A head as one person may see it: the preview only at or above their floor. Without a floor (not joined yet) there is none. */
export function toHeadFor(row: HeadRow, floor: number): Head {
  const { l: _shared, ...head } = toHead(row);
  const last = row.last_msg === null ? undefined : (JSON.parse(row.last_msg) as LastMessage);
  return last && last.s >= floor ? { ...head, l: last } : head;
}
