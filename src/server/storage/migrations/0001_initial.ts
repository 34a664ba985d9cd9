import { createTable, type Migration, type TableSpec } from './migration.ts';

const people: TableSpec[] = [
  {
    name: 'users',
    columns: `id bigint PRIMARY KEY, handle text UNIQUE, name text NOT NULL, avatar text, status text,
      pver bigint NOT NULL DEFAULT 1, password text, role smallint NOT NULL DEFAULT 0,
      privacy text NOT NULL DEFAULT '{}', created_at bigint NOT NULL, deleted_at bigint`,
  },
  {
    name: 'user_heads',
    columns: `user_id bigint PRIMARY KEY, urev bigint NOT NULL DEFAULT 0`,
    tuning: 'fillfactor = 50',
  },
  {
    name: 'contacts',
    columns: `user_id bigint NOT NULL, peer_id bigint NOT NULL, state smallint NOT NULL, alias text, urev bigint NOT NULL,
      at bigint NOT NULL, PRIMARY KEY (user_id, peer_id)`,
    clustered: true,
  },
  {
    name: 'user_prefs',
    columns: `user_id bigint NOT NULL, key text NOT NULL, val text NOT NULL, urev bigint NOT NULL, PRIMARY KEY (user_id, key)`,
    clustered: true,
  },
  {
    name: 'member_blocks',
    columns: `user_id bigint NOT NULL, chat_id bigint NOT NULL, mid bigint NOT NULL, state smallint NOT NULL,
      urev bigint NOT NULL, PRIMARY KEY (user_id, chat_id, mid)`,
    clustered: true,
  },
  {
    name: 'devices',
    columns: `id text PRIMARY KEY, user_id bigint NOT NULL, name text NOT NULL, user_agent text, epoch bigint NOT NULL DEFAULT 0,
      created_at bigint NOT NULL, seen_at bigint NOT NULL, revoked_at bigint, push_sub text, push_fail bigint NOT NULL DEFAULT 0`,
  },
  {
    name: 'sessions',
    columns: `id text PRIMARY KEY, user_id bigint NOT NULL, device_id text NOT NULL, refresh_hash bytea NOT NULL UNIQUE,
      prev_hash bytea, created_at bigint NOT NULL, rotated_at bigint NOT NULL, expires_at bigint NOT NULL, revoked_at bigint`,
  },
  {
    name: 'ops',
    columns: `user_id bigint NOT NULL, op_id text NOT NULL, at bigint NOT NULL, result text NOT NULL, PRIMARY KEY (user_id, op_id)`,
    clustered: true,
  },
  {
    name: 'account_deletions',
    columns: `user_id bigint PRIMARY KEY, requested_at bigint NOT NULL, due_at bigint NOT NULL, done_at bigint`,
  },
  {
    name: 'reports',
    columns: `id text PRIMARY KEY, reporter_id bigint NOT NULL, user_id bigint, chat_id bigint, seq bigint, reason text NOT NULL,
      evidence text NOT NULL, at bigint NOT NULL, state smallint NOT NULL DEFAULT 0`,
  },
  {
    name: 'audit_log',
    columns: `id text PRIMARY KEY, at bigint NOT NULL, actor_id bigint, action text NOT NULL, chat_id bigint, target_id bigint,
      detail text NOT NULL`,
  },
];

const chats: TableSpec[] = [
  {
    name: 'chats',
    columns: `id bigint PRIMARY KEY, kind smallint NOT NULL, parent_id bigint, dm_key text UNIQUE, creator_id bigint, create_cid text,
      title text, avatar text, about text, settings text NOT NULL DEFAULT '{}', history_days smallint, member_cap bigint NOT NULL,
      receipts smallint NOT NULL, rev bigint NOT NULL DEFAULT 0, created_at bigint NOT NULL, deleted_at bigint,
      UNIQUE (creator_id, create_cid)`,
  },
  {
    name: 'chat_heads',
    columns: `chat_id bigint PRIMARY KEY, rev bigint NOT NULL DEFAULT 0, n bigint NOT NULL DEFAULT 0,
      last_seq bigint NOT NULL DEFAULT 0, bump_at bigint NOT NULL, last_at bigint NOT NULL, last_msg text,
      members bigint NOT NULL DEFAULT 0, mrev bigint NOT NULL DEFAULT 0, live_floor bigint NOT NULL DEFAULT 0,
      min_seq bigint NOT NULL DEFAULT 0, min_n bigint NOT NULL DEFAULT 0, ma text NOT NULL DEFAULT '[]', last_join_day text`,
    // The hottest rows: their old versions must go soon.
    tuning: 'fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200',
  },
  {
    name: 'members',
    columns: `chat_id bigint NOT NULL, user_id bigint NOT NULL, mid bigint NOT NULL, state smallint NOT NULL,
      role smallint NOT NULL DEFAULT 0, nickname text, name_key text NOT NULL DEFAULT '', avatar text,
      pver bigint NOT NULL DEFAULT 1, rev bigint NOT NULL, mver bigint NOT NULL DEFAULT 1,
      join_rev bigint NOT NULL, join_n bigint NOT NULL, floor_seq bigint NOT NULL, clear_seq bigint NOT NULL DEFAULT 0,
      leave_rev bigint, read_seq bigint NOT NULL, read_n bigint NOT NULL, last_own_seq bigint NOT NULL DEFAULT 0,
      own_after bigint NOT NULL DEFAULT 0, unread_from bigint, notify smallint NOT NULL DEFAULT 0, mute_until bigint,
      pin_rank bigint, hidden_rev bigint NOT NULL DEFAULT 0, muted_until bigint, urev bigint NOT NULL DEFAULT 0, joined_at bigint NOT NULL,
      PRIMARY KEY (chat_id, user_id)`,
    clustered: true,
    tuning: 'fillfactor = 75',
  },
  {
    name: 'room_state',
    columns: `chat_id bigint NOT NULL, user_id bigint NOT NULL, read_seq bigint NOT NULL, read_n bigint NOT NULL,
      own_after bigint NOT NULL DEFAULT 0, last_own_seq bigint NOT NULL DEFAULT 0, notify smallint NOT NULL DEFAULT 0,
      mute_until bigint, mver bigint NOT NULL DEFAULT 1, PRIMARY KEY (chat_id, user_id)`,
    clustered: true,
    tuning: 'fillfactor = 75',
  },
];

const messages: TableSpec[] = [
  {
    name: 'messages',
    columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, rev bigint NOT NULL, n bigint, sender_mid bigint NOT NULL,
      pver bigint NOT NULL, cid text NOT NULL, kind smallint NOT NULL, flags bigint NOT NULL DEFAULT 0, body text NOT NULL,
      body_hash bytea NOT NULL, reply_to bigint, mention_ids text, mention_all smallint NOT NULL DEFAULT 0, rx text,
      hidden_for bigint, edited_at bigint, deleted_at bigint, deleted_by bigint, created_at bigint NOT NULL, client_at bigint,
      PRIMARY KEY (chat_id, seq)`,
    clustered: true,
    parts: 16,
  },
  {
    name: 'message_versions',
    columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, rev bigint NOT NULL, body text NOT NULL, at bigint NOT NULL,
      PRIMARY KEY (chat_id, seq, rev)`,
    clustered: true,
  },
  {
    name: 'chat_days',
    columns: `chat_id bigint NOT NULL, day text NOT NULL, first_seq bigint NOT NULL, PRIMARY KEY (chat_id, day)`,
    clustered: true,
  },
  {
    name: 'reactions',
    columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, mid bigint NOT NULL, emoji text, rev bigint NOT NULL,
      at bigint NOT NULL, PRIMARY KEY (chat_id, seq, mid)`,
    clustered: true,
  },
  {
    name: 'mentions',
    columns: `chat_id bigint NOT NULL, mid bigint NOT NULL, seq bigint NOT NULL, PRIMARY KEY (chat_id, mid, seq)`,
    clustered: true,
  },
  {
    name: 'mention_alls',
    columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, sender_mid bigint NOT NULL, PRIMARY KEY (chat_id, seq)`,
    clustered: true,
  },
  {
    name: 'held_messages',
    columns: `chat_id bigint NOT NULL, sender_mid bigint NOT NULL, cid text NOT NULL, kind smallint NOT NULL, body text NOT NULL,
      body_hash bytea NOT NULL, reply_to bigint, reason text NOT NULL, at bigint NOT NULL, state smallint NOT NULL DEFAULT 0,
      decided_by bigint, decided_at bigint, PRIMARY KEY (chat_id, sender_mid, cid)`,
    clustered: true,
  },
];

const communities: TableSpec[] = [
  {
    name: 'join_requests',
    columns: `chat_id bigint NOT NULL, user_id bigint NOT NULL, note text, state smallint NOT NULL DEFAULT 0, at bigint NOT NULL,
      decided_by bigint, decided_at bigint, PRIMARY KEY (chat_id, user_id)`,
  },
  {
    name: 'invite_links',
    columns: `code text PRIMARY KEY, chat_id bigint NOT NULL, creator_mid bigint NOT NULL, created_at bigint NOT NULL,
      expires_at bigint, uses bigint NOT NULL DEFAULT 0, max_uses bigint, revoked_at bigint`,
  },
  {
    name: 'announcements',
    columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, by_mid bigint NOT NULL, at bigint NOT NULL, ended_at bigint,
      PRIMARY KEY (chat_id, seq)`,
    clustered: true,
  },
  {
    name: 'removals',
    columns: `id text PRIMARY KEY, chat_id bigint NOT NULL, by_mid bigint NOT NULL, at bigint NOT NULL, undone_at bigint`,
  },
  {
    name: 'removed_members',
    columns: `removal_id text NOT NULL, user_id bigint NOT NULL, role smallint NOT NULL, floor_seq bigint NOT NULL,
      join_rev bigint NOT NULL, join_n bigint NOT NULL, read_seq bigint NOT NULL, read_n bigint NOT NULL,
      PRIMARY KEY (removal_id, user_id)`,
    clustered: true,
  },
];

// Read positions are in no index, so that moving one touches no index page.
const indexes = [
  'INDEX contacts_urev ON contacts (user_id, urev)',
  'INDEX contacts_peer ON contacts (peer_id, state, at)',
  'INDEX user_prefs_urev ON user_prefs (user_id, urev)',
  'INDEX devices_user ON devices (user_id) WHERE revoked_at IS NULL',
  'INDEX sessions_device ON sessions (device_id)',
  'INDEX sessions_user ON sessions (user_id) WHERE revoked_at IS NULL',
  'INDEX sessions_prev ON sessions (prev_hash)',
  'INDEX ops_at ON ops (at)',
  'INDEX audit_log_at ON audit_log (at)',
  'INDEX chats_parent ON chats (parent_id) WHERE parent_id IS NOT NULL',
  'INDEX members_user ON members (user_id, chat_id) WHERE state IN (1, 2)',
  'INDEX members_urev ON members (user_id, urev)',
  'INDEX members_rev ON members (chat_id, rev)',
  'INDEX members_list ON members (chat_id, role DESC, name_key, mid) WHERE state = 1',
  'UNIQUE INDEX members_mid ON members (chat_id, mid)',
  // Names are unique only where they are all that others know of a person: in communities, whose member ids are random.
  'UNIQUE INDEX members_name ON members (chat_id, name_key) WHERE state = 1 AND mid <> user_id',
  'UNIQUE INDEX messages_rev ON messages (chat_id, rev)',
  'UNIQUE INDEX messages_cid ON messages (chat_id, sender_mid, cid)',
  'INDEX messages_own ON messages (chat_id, sender_mid, seq) WHERE n IS NOT NULL',
  'INDEX messages_hidden ON messages (chat_id, hidden_for, seq) WHERE hidden_for IS NOT NULL',
  'INDEX messages_unsent ON messages (chat_id, rev) WHERE deleted_at IS NOT NULL',
  'INDEX reactions_rev ON reactions (chat_id, rev)',
  'INDEX held_messages_waiting ON held_messages (chat_id, at) WHERE state = 0',
  'INDEX invite_links_chat ON invite_links (chat_id)',
];

/** Every table of the first version, also those of features that come later, so that early data never lacks a column. */
export const initial: Migration = {
  name: '0001_initial',
  statements: (dialect) => [
    ...[...people, ...chats, ...messages, ...communities].flatMap((table) => createTable(dialect, table)),
    ...indexes.map((index) => `CREATE ${index}`),
  ],
};
