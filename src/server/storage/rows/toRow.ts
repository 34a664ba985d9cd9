import type { Extras, Row } from '#protocol/entities/messages.ts';
import type { MemberId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { MessageRow } from './rowTypes.ts';

/** A message as it travels; `my` (the asker's own reaction) is added where there is one asker. An unsent one has no body, and nothing that hung on it. */
export function toRow(row: MessageRow): Row {
  const isUnsent = row.deleted_at !== null;
  return {
    s: row.seq,
    r: row.rev,
    ...(row.n === null ? {} : { n: row.n }),
    u: toMemberId(row.sender_mid),
    i: toCid(row.cid),
    k: row.kind,
    ...(isUnsent ? {} : { b: JSON.parse(row.body) as Record<string, unknown> }),
    ...(row.reply_to === null || isUnsent ? {} : { re: row.reply_to }),
    ...(row.mention_ids === null ? {} : { m: JSON.parse(row.mention_ids) as MemberId[] }),
    ...(row.mention_all ? { ma: 1 as const } : {}),
    ...(row.rx === null ? {} : { rx: JSON.parse(row.rx) as Record<string, number> }),
    ...(row.extras === null || isUnsent ? {} : { ex: JSON.parse(row.extras) as Extras }),
    ...(row.edited_at === null ? {} : { ed: row.edited_at }),
    ...(row.deleted_at === null ? {} : { del: row.deleted_at }),
    at: row.created_at,
    pv: row.pver,
  };
}
