import { addColumn, type Migration } from './migration.ts';

/**
 * What a member row would say of somebody in a room of a community: standing and name from the community's row, position and alert settings from the
 * room's own, the floor from the day with which his history begins. Columns as in `members`, so that statements can read either.
 */
const seats = `CREATE VIEW room_seats AS SELECT r.id AS chat_id, p.user_id, p.mid, p.state, p.role, p.nickname, p.name_key, p.avatar, p.pver,
    p.rev, p.mver + coalesce(s.mver, 0) AS mver, 0 AS join_rev, 0 AS join_n,
    CASE WHEN p.floor_day IS NULL THEN 0 ELSE coalesce((SELECT d.first_seq FROM chat_days d WHERE d.chat_id = r.id AND d.day >= p.floor_day
      ORDER BY d.day LIMIT 1), h.last_seq + 1) END AS floor_seq,
    0 AS clear_seq, p.leave_rev, coalesce(s.read_seq, 0) AS read_seq, coalesce(s.read_n, 0) AS read_n,
    coalesce(s.last_own_seq, 0) AS last_own_seq, coalesce(s.own_after, 0) AS own_after, NULL AS unread_from,
    coalesce(s.notify, 0) AS notify, s.mute_until, NULL AS pin_rank, 0 AS hidden_rev, p.muted_until, p.refused, p.left_at, p.urev, p.joined_at,
    p.floor_day, p.role_at, p.back_at, p.invited_by
  FROM chats r JOIN members p ON p.chat_id = r.parent_id JOIN chat_heads h ON h.chat_id = r.id
    LEFT JOIN room_state s ON s.chat_id = r.id AND s.user_id = p.user_id
  WHERE r.parent_id IS NOT NULL AND r.deleted_at IS NULL`;

/** Rooms of communities: their list stands with the community, and who is in is read through it. */
export const rooms: Migration = {
  name: '0007_rooms',
  statements: (dialect) => [addColumn(dialect, 'chats', `rooms text NOT NULL DEFAULT '[]'`), seats],
};
