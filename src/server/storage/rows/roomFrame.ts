import { threadEnd } from '#domain/threadRules.ts';
import { toRoomSettings } from '#domain/toRoomSettings.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { Tx } from '../unit.ts';
import type { HeadRow } from './rowTypes.ts';

/** What a room of a community takes from the community, and a thread from the chat it hangs in. */
export interface RoomFrame {
  /** JSON of the ChatSettings that hold in the room */
  settings: string;
  /** id of the community's moderation rules */
  mod_ver: number;
  history_days: number | null;
  /** first seq that every member of the community may see */
  live_floor: number;
  /** threads: whether everybody of the chat may see the message it hangs on */
  is_shared?: boolean;
  /** rev of the newest change of the members of the community or chat, as of which all this is so */
  around_mr: number;
}

interface Found {
  settings: string;
  own: string;
  mod_ver: number;
  history_days: number | null;
  floor_day: string | null;
  first: number | null;
  parent_id: number;
  parent_floor: number;
  parent_mr: number;
  root_chat: number | null;
  root_seq: number | null;
  /** settings of the chat of the root */
  around: string | null;
  around_ended: number | null;
  hidden_for: number | null;
}

const text = `SELECT p.settings, r.settings AS own, p.mod_ver, p.history_days, h.floor_day, h.live_floor AS parent_floor, h.mrev AS parent_mr, r.parent_id, r.root_chat, r.root_seq,
    (SELECT d.first_seq FROM chat_days d WHERE d.chat_id = coalesce(r.root_chat, r.id) AND d.day >= h.floor_day ORDER BY d.day LIMIT 1) AS first,
    q.settings AS around, q.deleted_at AS around_ended,
    (SELECT x.hidden_for FROM messages x WHERE x.chat_id = r.root_chat AND x.seq = r.root_seq) AS hidden_for
  FROM chats r JOIN chats p ON p.id = r.parent_id JOIN chat_heads h ON h.chat_id = p.id LEFT JOIN chats q ON q.id = r.root_chat
  WHERE r.id = ? AND r.deleted_at IS NULL AND p.deleted_at IS NULL`;

/** The frame of a room or thread as it is now; `head`: its own. Throws NOT_MEMBER for a room that was closed, and the threads in it. */
export async function loadRoomFrame(tx: Tx, head: HeadRow): Promise<RoomFrame> {
  const [found] = await tx.sql<Found>(text, [head.chat_id]);
  if (!found || found.around_ended !== null) throw new AppError('NOT_MEMBER');
  const { settings, own, mod_ver, history_days, parent_mr: around_mr } = found;
  const shared = JSON.parse(settings) as ChatSettings;
  if (found.root_chat !== null) {
    const around =
      found.root_chat === found.parent_id ? shared : toRoomSettings(shared, JSON.parse(found.around ?? '{}'));
    const over = threadEnd(head.bump_at);
    const set = over <= tx.now ? { ...around, over } : around;
    const is_shared = found.hidden_for === null && (found.root_seq ?? 0) >= floorAround(found);
    // Nobody comes into a thread who may not see all of it.
    return { settings: JSON.stringify(set), mod_ver, history_days, live_floor: head.live_floor, is_shared, around_mr };
  }
  const floor = found.floor_day === null ? 0 : (found.first ?? head.last_seq + 1);
  const merged = toRoomSettings(shared, JSON.parse(own) as ChatSettings);
  const live_floor = Math.max(head.live_floor, floor);
  return { settings: JSON.stringify(merged), mod_ver, history_days, live_floor, around_mr };
}

/** First seq that all members may see of the chat in which a thread hangs. */
function floorAround({ root_chat, parent_id, parent_floor, floor_day, first }: Found): number {
  if (root_chat === parent_id) return parent_floor;
  return floor_day === null ? 0 : (first ?? Number.MAX_SAFE_INTEGER);
}
