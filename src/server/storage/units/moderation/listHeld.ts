import { canReview } from '#domain/permissions.ts';
import type { Held, Reason } from '#protocol/entities/moderation.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { readUnit } from '#server/storage/unit.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { hereText } from './hereText.ts';
import { readModerator } from './readModerator.ts';

interface HeldRow {
  chat_id: number;
  sender_mid: number;
  cid: string;
  seq: number | null;
  body: string;
  reason: string;
  spans: string;
  at: number;
}
const listMax = 100;
const columns = 'h.chat_id, h.sender_mid, h.cid, h.seq, h.body, h.reason, h.spans, h.at';

/** What waits for a moderator in a chat and its rooms, oldest first; then what was let in but marked, if it is still there and the asking person may see it. Throws NOT_MEMBER, FORBIDDEN. */
export const listHeld = readUnit(async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<{ items: Held[] }> => {
  const { me, head } = await readModerator(tx, c, user, canReview);
  const waiting = await tx.sql<HeldRow>(
    `SELECT ${columns} FROM held_messages h WHERE h.chat_id IN (${hereText}) AND h.state = 0 ORDER BY h.at LIMIT ${listMax}`,
    [c, c],
  );
  const marked = await tx.sql<HeldRow>(
    `SELECT ${columns} FROM held_messages h JOIN messages m ON m.chat_id = h.chat_id AND m.seq = h.seq
      WHERE h.chat_id IN (${hereText}) AND h.state = 3 AND m.deleted_at IS NULL AND h.seq >= CASE WHEN h.chat_id = ? THEN ? ELSE
        (SELECT s.floor_seq FROM room_seats s WHERE s.chat_id = h.chat_id AND s.user_id = ?) END ORDER BY h.at LIMIT ${listMax}`,
    [c, c, c, floorOf(me, head), user],
  );
  return { items: [...waiting, ...marked].map((row) => toHeld(row, c)) };
});

function toHeld(row: HeldRow, c: ChatId): Held {
  return {
    ...(row.chat_id === c ? {} : { c: toChatId(row.chat_id) }),
    u: toMemberId(row.sender_mid),
    i: toCid(row.cid),
    ...(row.seq === null ? {} : { s: row.seq }),
    x: textOf(JSON.parse(row.body) as Record<string, unknown>),
    why: JSON.parse(row.reason) as Reason[],
    spans: JSON.parse(row.spans) as Held['spans'],
    at: row.at,
  };
}
