import { memberState } from '#protocol/entities/memberState.ts';
import type { InviteLink } from '#protocol/entities/inviteLink.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { Selectable } from 'kysely';
import type { Schema } from '#server/storage/schema.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A stored link. */
export type LinkRow = Selectable<Schema['invite_links']>;

/**
 * Links that work now: not revoked, not over, not used up, and not of somebody who was removed since (who left by himself may have his links live on).
 * Parameter: now. More conditions on `l` may follow.
 */
const live = `SELECT l.* FROM invite_links l JOIN members k ON k.chat_id = l.chat_id AND k.mid = l.creator_mid
  WHERE l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > ?) AND (l.max_uses IS NULL OR l.uses < l.max_uses)
    AND k.state NOT IN (${memberState.kicked}, ${memberState.banned})`;

/** The working links of a chat, the newest first. */
export const listLiveLinks = (tx: Tx, c: ChatId): Promise<LinkRow[]> =>
  tx.sql<LinkRow>(`${live} AND l.chat_id = ? ORDER BY l.created_at DESC, l.code`, [tx.now, c]);

/** A link if it works now. Throws GONE for all others, as for codes that never were. */
export async function loadLiveLink(tx: Tx, code: string): Promise<LinkRow> {
  const [link] = await tx.sql<LinkRow>(`${live} AND l.code = ?`, [tx.now, code]);
  if (!link) throw new AppError('GONE');
  return link;
}

/** The chat a code leads to, or once led to. Throws GONE when it never was one. */
export async function chatOfCode(tx: Tx, code: string): Promise<ChatId> {
  const [link] = await tx.sql<{ chat_id: number }>(
    `SELECT l.chat_id FROM invite_links l JOIN chats c ON c.id = l.chat_id WHERE l.code = ? AND c.deleted_at IS NULL`,
    [code],
  );
  if (!link) throw new AppError('GONE');
  return toChatId(link.chat_id);
}

/** A link as members see it. */
export const toInviteLink = (row: LinkRow): InviteLink => ({
  code: row.code,
  by: toMemberId(row.creator_mid),
  at: row.created_at,
  ...(row.expires_at === null ? {} : { ex: row.expires_at }),
  uses: row.uses,
  ...(row.max_uses === null ? {} : { max: row.max_uses }),
});
