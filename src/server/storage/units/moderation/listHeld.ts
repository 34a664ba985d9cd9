import { canReview } from '#domain/permissions.ts';
import type { Held, Reason } from '#protocol/entities/moderation.ts';
import { toCid, toMemberId, type ChatId, type UserId } from '#protocol/ids.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { readUnit } from '#server/storage/unit.ts';
import { textOf } from '#server/storage/units/messages/openGate.ts';
import { readModerator } from './readModerator.ts';

interface HeldRow {
  sender_mid: number;
  cid: string;
  seq: number | null;
  body: string;
  reason: string;
  spans: string;
  at: number;
}
const listMax = 100;
const columns = 'h.sender_mid, h.cid, h.seq, h.body, h.reason, h.spans, h.at';

/** What waits for a moderator, oldest first; then what was let in but marked, if it is still there and the asking person may see it. Throws NOT_MEMBER, FORBIDDEN. */
export const listHeld = readUnit(async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<{ items: Held[] }> => {
  const { me, head } = await readModerator(tx, c, user, canReview);
  const waiting = await tx.sql<HeldRow>(
    `SELECT ${columns} FROM held_messages h WHERE h.chat_id = ? AND h.state = 0 ORDER BY h.at LIMIT ${listMax}`,
    [c],
  );
  const marked = await tx.sql<HeldRow>(
    `SELECT ${columns} FROM held_messages h JOIN messages m ON m.chat_id = h.chat_id AND m.seq = h.seq
      WHERE h.chat_id = ? AND h.state = 3 AND m.deleted_at IS NULL AND h.seq >= ? ORDER BY h.at LIMIT ${listMax}`,
    [c, floorOf(me, head)],
  );
  return { items: [...waiting, ...marked].map(toHeld) };
});

function toHeld(row: HeldRow): Held {
  return {
    u: toMemberId(row.sender_mid),
    i: toCid(row.cid),
    ...(row.seq === null ? {} : { s: row.seq }),
    x: textOf(JSON.parse(row.body) as Record<string, unknown>),
    why: JSON.parse(row.reason) as Reason[],
    spans: JSON.parse(row.spans) as Held['spans'],
    at: row.at,
  };
}
