import type { Head, LastMessage } from '#protocol/entities/chat.ts';
import { toChatId } from '#protocol/casts.ts';
import type { HeadRow } from './rowTypes.ts';

/**
 * A head as all members may see it: the preview is left out while some member may not see that message. For one person also drop `l` below their own floor
 * (`toHeadFor`).
 */
export function toHead(row: HeadRow): Head {
  const last = row.last_msg === null ? undefined : (JSON.parse(row.last_msg) as LastMessage);
  const alls = row.ma === '[]' ? [] : (JSON.parse(row.ma) as number[]);
  return {
    c: toChatId(row.chat_id),
    rev: row.rev,
    n: row.n,
    b: row.bump_at,
    ...(last && last.s >= row.live_floor ? { l: last } : {}),
    cnt: row.members,
    mr: row.mrev,
    ...(alls.length > 0 ? { ma: alls } : {}),
    ls: row.last_seq,
  };
}
