import { addColumn, type Migration } from './migration.ts';

/** Whether the message a thread hangs on is one its member `p` may see now: there, not hidden from him, above his floor in its chat. */
const seesRoot = `EXISTS (SELECT 1 FROM messages x JOIN chat_heads g ON g.chat_id = x.chat_id JOIN chats q ON q.id = x.chat_id
    WHERE x.chat_id = r.root_chat AND x.seq = r.root_seq AND q.deleted_at IS NULL AND (x.hidden_for IS NULL OR x.hidden_for <> p.mid)
      AND x.seq >= g.min_seq AND x.seq >= CASE WHEN r.root_chat = r.parent_id THEN greatest(p.floor_seq, p.clear_seq + 1)
        WHEN p.floor_day IS NULL THEN 0 ELSE coalesce((SELECT d.first_seq FROM chat_days d WHERE d.chat_id = r.root_chat AND d.day >= p.floor_day
          ORDER BY d.day LIMIT 1), g.last_seq + 1) END)`;

/**
 * The seats of rooms as before, and those of threads: whoever may see the message a thread hangs on sees all of the thread, everybody else is out of it
 * (state 3, as after leaving). Columns as in `members`.
 */
const seats = `CREATE VIEW room_seats AS SELECT r.id AS chat_id, p.user_id, p.mid,
    CASE WHEN p.state = 1 AND r.root_chat IS NOT NULL AND NOT ${seesRoot} THEN 3 ELSE p.state END AS state,
    p.role, p.nickname, p.name_key, p.avatar, p.pver,
    p.rev, p.mver + coalesce(s.mver, 0) AS mver, 0 AS join_rev, 0 AS join_n,
    CASE WHEN r.root_chat IS NOT NULL OR p.floor_day IS NULL THEN 0 ELSE coalesce((SELECT d.first_seq FROM chat_days d WHERE d.chat_id = r.id AND d.day >= p.floor_day
      ORDER BY d.day LIMIT 1), h.last_seq + 1) END AS floor_seq,
    0 AS clear_seq, p.leave_rev, coalesce(s.read_seq, 0) AS read_seq, coalesce(s.read_n, 0) AS read_n,
    coalesce(s.last_own_seq, 0) AS last_own_seq, coalesce(s.own_after, 0) AS own_after, NULL AS unread_from,
    coalesce(s.notify, 0) AS notify, s.mute_until, NULL AS pin_rank, 0 AS hidden_rev, p.muted_until, p.refused, p.left_at, p.urev, p.joined_at,
    p.floor_day, p.role_at, p.back_at, p.invited_by
  FROM chats r JOIN members p ON p.chat_id = r.parent_id JOIN chat_heads h ON h.chat_id = r.id
    LEFT JOIN room_state s ON s.chat_id = r.id AND s.user_id = p.user_id
  WHERE r.parent_id IS NOT NULL AND r.deleted_at IS NULL`;

/** Threads: chats that hang on one message of another chat, and who follows them. */
export const threads: Migration = {
  name: '0017_threads',
  statements: (dialect) => [
    addColumn(dialect, 'chats', 'root_chat bigint'),
    addColumn(dialect, 'chats', 'root_seq bigint'),
    addColumn(dialect, 'chats', 'ended_at bigint'),
    addColumn(dialect, 'room_state', 'follows smallint NOT NULL DEFAULT 0'),
    'CREATE UNIQUE INDEX chats_root ON chats (root_chat, root_seq) WHERE root_chat IS NOT NULL',
    'CREATE INDEX chats_threads ON chats (parent_id) WHERE root_chat IS NOT NULL AND ended_at IS NULL',
    'DROP VIEW room_seats',
    seats,
  ],
};
