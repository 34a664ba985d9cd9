import { isOpenToStrangers } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { readUnit } from '#server/storage/unit.ts';

interface Found {
  id: string;
  owner_id: number;
  used_as: number;
  /** of the chat; null where there is none */
  kind: number | null;
  settings: string | null;
  /** of the asker in the chat, or in the community of the room; null for who was never in */
  state: number | null;
}

/**
 * Those of `ids` that the asker may see: everybody's profile picture; the icon of a mini-app; the picture of a chat he is in or invited to, or of a community that is listed or open to strangers; the face of a member
 * of a community he is in; and what he uploaded himself. Others are left out, whether they exist or not.
 */
export const listVisibleMedia = readUnit(
  async (tx, input: { me: UserId; ids: readonly MediaId[] }): Promise<MediaId[]> => {
    const ids = [...new Set(input.ids)];
    const rows = await tx.sql<Found>(
      `SELECT md.id, md.owner_id, md.used_as, c.kind, c.settings, m.state FROM media md
       LEFT JOIN chats c ON c.id = md.chat_id AND c.deleted_at IS NULL
       LEFT JOIN members m ON m.chat_id = coalesce(c.parent_id, c.id) AND m.user_id = ?
       WHERE md.deleted_at IS NULL AND md.id IN (${placeholders(ids.length)})`,
      [input.me, ...ids],
    );
    return rows.filter((row) => isVisible(row, input.me)).map(({ id }) => toMediaId(id));
  },
);

function isVisible(row: Found, me: UserId): boolean {
  const isIn = row.state === memberState.joined;
  switch (row.used_as) {
    case mediaUse.none:
      return row.owner_id === me;
    case mediaUse.profile:
    case mediaUse.app:
      return true;
    case mediaUse.chat:
      return isIn || row.state === memberState.invited || isForStrangers(row);
    case mediaUse.member:
      return isIn;
    default:
      return false;
  }
}

/** Where strangers may look before they come in (`community.peek`), they also see its picture. */
function isForStrangers({ kind, settings }: Found): boolean {
  if (kind !== chatKind.community || settings === null) return false;
  const set = JSON.parse(settings) as ChatSettings;
  return set.listed === 1 || isOpenToStrangers(set);
}
