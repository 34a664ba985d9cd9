import { addColumn, createTable, type Migration, type TableSpec } from './migration.ts';

const tables: TableSpec[] = [
  {
    name: 'moderation',
    columns: `chat_id bigint PRIMARY KEY, version bigint NOT NULL, config text NOT NULL, changed_at bigint NOT NULL`,
  },
  {
    name: 'moderation_hits',
    columns: `chat_id bigint NOT NULL, day text NOT NULL, rule text NOT NULL, hits bigint NOT NULL, PRIMARY KEY (chat_id, day, rule)`,
    clustered: true,
  },
  {
    name: 'appeals',
    columns: `id text PRIMARY KEY, chat_id bigint NOT NULL, mid bigint NOT NULL, body text NOT NULL, at bigint NOT NULL,
      state smallint NOT NULL DEFAULT 0, decided_by bigint, decided_at bigint`,
  },
];

/** Keeping order: rules of a chat, what they caught, reports as cases, appeals, and a log that can be read per chat and undone. */
export const moderation: Migration = {
  name: '0006_moderation',
  statements: (dialect) => [
    ...tables.flatMap((table) => createTable(dialect, table)),
    addColumn(dialect, 'chats', 'mod_ver bigint NOT NULL DEFAULT 0'),
    addColumn(dialect, 'members', 'refused text'),
    addColumn(dialect, 'members', 'left_at bigint'),
    addColumn(dialect, 'held_messages', 'seq bigint'),
    addColumn(dialect, 'held_messages', `spans text NOT NULL DEFAULT '[]'`),
    ...[
      'mid bigint',
      'case_id text',
      'taken_by bigint',
      'decided_by bigint',
      'decided_at bigint',
      'act text',
      'note text',
    ].map((column) => addColumn(dialect, 'reports', column)),
    addColumn(dialect, 'audit_log', 'undone_at bigint'),
    'CREATE INDEX audit_log_chat ON audit_log (chat_id, at, id) WHERE chat_id IS NOT NULL',
    'CREATE INDEX reports_chat ON reports (chat_id, state, at)',
    'CREATE INDEX appeals_open ON appeals (chat_id, at) WHERE state = 0',
    'CREATE INDEX held_messages_marked ON held_messages (chat_id, at) WHERE state = 3',
    'CREATE INDEX held_messages_at ON held_messages (at)',
    'CREATE INDEX members_left ON members (chat_id, left_at) WHERE left_at IS NOT NULL',
    'CREATE INDEX members_muted ON members (chat_id, muted_until) WHERE muted_until IS NOT NULL',
  ],
};
