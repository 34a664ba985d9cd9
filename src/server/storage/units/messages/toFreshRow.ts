import type { Row } from '#protocol/entities/messages.ts';
import type { MemberId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';

/** The wire form of a message just made: as `toRow` would give it, without parsing again what was an object a moment ago. */
export function toFreshRow(row: MessageRow, body: Record<string, unknown>, mids: MemberId[]): Row {
  return {
    s: row.seq,
    r: row.rev,
    ...(row.n === null ? {} : { n: row.n }),
    u: toMemberId(row.sender_mid),
    i: toCid(row.cid),
    k: row.kind,
    b: body,
    ...(row.reply_to === null ? {} : { re: row.reply_to }),
    ...(mids.length > 0 ? { m: mids } : {}),
    ...(row.mention_all ? { ma: 1 as const } : {}),
    at: row.created_at,
    pv: row.pver,
  };
}
