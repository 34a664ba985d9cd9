import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { readUnit } from '#server/storage/unit.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';

const recentMs = 24 * 3_600_000;
const listMax = 20;

/** What of a member's own messages waits for a moderator (state 0), or was refused (2) lately, oldest first. Throws NOT_MEMBER. */
export const listOwnHeld = readUnit(
  async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<RequestOutput<'held.mine'>> => {
    const { me } = await readStanding(tx, c, user);
    const rows = await tx.sql<{ cid: string; body: string; at: number; state: number }>(
      `SELECT cid, body, at, state FROM held_messages WHERE chat_id = ? AND sender_mid = ? AND (state = 0 OR (state = 2 AND decided_at > ?))
        ORDER BY at DESC, cid LIMIT ${listMax}`,
      [c, me.mid, tx.now - recentMs],
    );
    const items = rows.toReversed().map((row) => ({
      i: toCid(row.cid),
      x: textOf(JSON.parse(row.body) as Record<string, unknown>),
      at: row.at,
      ...(row.state === 2 ? { no: 1 as const } : {}),
    }));
    return { items };
  },
);
