import { isOpenToStrangers } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

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
 * of a community he is in; the picture of a card that was prepared for him or stands where he reads; and what he uploaded himself. Others are left out, whether they exist or not.
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
    const cards = rows.filter(({ used_as: use }) => use === mediaUse.card).map(({ id }) => id);
    const seen = await listCardPictures(tx, input.me, cards);
    return rows.filter((row) => seen.has(row.id) || isVisible(row, input.me)).map(({ id }) => toMediaId(id));
  },
);

/** Conditions on the message of a card, `m`, and on the asker's seat in its chat, `s`: as in `visibleMessages`. */
const seesText = `s.user_id = ? AND s.state = 1 AND m.deleted_at IS NULL
  AND m.seq >= greatest(greatest(s.floor_seq, s.clear_seq + 1), h.min_seq) AND (m.hidden_for IS NULL OR m.hidden_for <> s.mid)`;
const placeText = (seats: string): string =>
  `EXISTS (SELECT 1 FROM app_card_places p JOIN messages m ON m.chat_id = p.chat_id AND m.seq = p.seq JOIN chat_heads h ON h.chat_id = p.chat_id
    JOIN ${seats} s ON s.chat_id = p.chat_id WHERE p.card_id = k.id AND ${seesText})`;

/** Pictures of cards that somebody can see. */
async function listCardPictures(tx: Tx, me: UserId, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql<{ picture: string }>(
    `SELECT DISTINCT k.picture FROM app_cards k WHERE k.picture IN (${placeholders(ids.length)})
       AND (k.user_id = ? OR ${placeText('members')} OR ${placeText('room_seats')})`,
    [...ids, me, me, me],
  );
  return new Set(rows.map(({ picture }) => picture));
}

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
