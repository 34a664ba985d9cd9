import { toRoomSettings } from '#domain/toRoomSettings.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { Tx } from '../unit.ts';
import type { HeadRow } from './rowTypes.ts';

/** What a room of a community takes from the community. */
export interface RoomFrame {
  /** JSON of the ChatSettings that hold in the room */
  settings: string;
  /** id of the community's moderation rules */
  mod_ver: number;
  history_days: number | null;
  /** first seq that every member of the community may see */
  live_floor: number;
}

interface Found {
  settings: string;
  own: string;
  mod_ver: number;
  history_days: number | null;
  floor_day: string | null;
  first: number | null;
}

const text = `SELECT p.settings, r.settings AS own, p.mod_ver, p.history_days, h.floor_day,
    (SELECT d.first_seq FROM chat_days d WHERE d.chat_id = r.id AND d.day >= h.floor_day ORDER BY d.day LIMIT 1) AS first
  FROM chats r JOIN chats p ON p.id = r.parent_id JOIN chat_heads h ON h.chat_id = p.id
  WHERE r.id = ? AND r.deleted_at IS NULL AND p.deleted_at IS NULL`;

/** The frame of a room as it is now; `head`: the room's own. Throws NOT_MEMBER for a room that was closed. */
export async function loadRoomFrame(tx: Tx, head: HeadRow): Promise<RoomFrame> {
  const [found] = await tx.sql<Found>(text, [head.chat_id]);
  if (!found) throw new AppError('NOT_MEMBER');
  const { settings, own, mod_ver, history_days } = found;
  const floor = found.floor_day === null ? 0 : (found.first ?? head.last_seq + 1);
  const merged = toRoomSettings(JSON.parse(settings) as ChatSettings, JSON.parse(own) as ChatSettings);
  return { settings: JSON.stringify(merged), mod_ver, history_days, live_floor: Math.max(head.live_floor, floor) };
}
