import type { ChatMeta, Delta } from '#protocol/entities/chat.ts';
import type { Mem } from '#protocol/entities/members.ts';
import type { ReactionChange, Row } from '#protocol/entities/messages.ts';
import { toChatId } from '#protocol/casts.ts';
import type { HeadRow } from './rowTypes.ts';
import { toHead } from './toHead.ts';

/** What changed after rev `a` up to the head's rev. `rows` must not contain messages hidden for somebody. */
export interface DeltaParts {
  rows?: Row[];
  rx?: ReactionChange[];
  mem?: Mem[];
  meta?: ChatMeta;
}

/**
 * The delta `(a, head.rev]` as a whole room may get it: messages that some member may not see are only named (`touch`), and who may see them asks.
 * Unsent messages have no content left, so they always travel.
 */
export function roomDelta(head: HeadRow, a: number, parts: DeltaParts): Delta {
  const rows = parts.rows ?? [];
  const isOpen = (row: Row): boolean => row.s >= head.live_floor || row.del !== undefined;
  const open = rows.filter(isOpen);
  const touch = rows.filter((row) => !isOpen(row)).map((row): [number, number] => [row.s, row.r]);
  return {
    c: toChatId(head.chat_id),
    a,
    b: head.rev,
    ...(open.length > 0 ? { rows: open } : {}),
    ...(parts.rx && parts.rx.length > 0 ? { rx: parts.rx } : {}),
    ...(parts.mem && parts.mem.length > 0 ? { mem: parts.mem } : {}),
    ...(parts.meta ? { meta: parts.meta } : {}),
    ...(touch.length > 0 ? { touch } : {}),
    head: toHead(head),
  };
}
