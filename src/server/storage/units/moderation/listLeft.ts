import { canModerate } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readModerator } from './readModerator.ts';

const recentMs = 24 * 3_600_000;
const listMax = 200;

/** Who left or was removed in the last 24 hours, newest first, who is muted now, and who is banned. Throws NOT_MEMBER, FORBIDDEN. */
export const listLeft = readUnit(async (tx, { c, user }: { c: ChatId; user: UserId }) => {
  await readModerator(tx, c, user, canModerate);
  const left = await tx.sql<{ mid: number; state: number; left_at: number }>(
    `SELECT mid, state, left_at FROM members WHERE chat_id = ? AND left_at > ? AND left_at IS NOT NULL AND state <> ${memberState.joined}
      ORDER BY left_at DESC, mid LIMIT ${listMax}`,
    [c, tx.now - recentMs],
  );
  const muted = await tx.sql<{ mid: number; muted_until: number }>(
    `SELECT mid, muted_until FROM members WHERE chat_id = ? AND muted_until > ? AND muted_until IS NOT NULL AND state = ${memberState.joined}
      ORDER BY muted_until, mid LIMIT ${listMax}`,
    [c, tx.now],
  );
  const banned = await tx.sql<{ mid: number; left_at: number | null }>(
    `SELECT mid, left_at FROM members WHERE chat_id = ? AND state = ${memberState.banned} ORDER BY rev DESC, mid LIMIT ${listMax}`,
    [c],
  );
  return {
    left: left.map((row) => ({ u: toMemberId(row.mid), st: row.state, at: row.left_at })),
    muted: muted.map((row) => ({ u: toMemberId(row.mid), until: row.muted_until })),
    banned: banned.map((row) => ({ u: toMemberId(row.mid), ...(row.left_at === null ? {} : { at: row.left_at }) })),
  };
});
