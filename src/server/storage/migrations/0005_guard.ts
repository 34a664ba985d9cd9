import { addColumn, createTable, type Migration } from './migration.ts';

/**
 * Running a larger chat: acts that wait for a second admin or can be undone, messages that were taken away and may come back, since when somebody has his
 * role, and when a removed person was brought back as if he had never been away.
 */
export const guard: Migration = {
  name: '0005_guard',
  statements: (dialect) => [
    'DROP TABLE removed_members',
    'DROP TABLE removals',
    ...createTable(dialect, {
      name: 'guarded_acts',
      columns: `id text PRIMARY KEY, chat_id bigint NOT NULL, kind text NOT NULL, state smallint NOT NULL, by_mid bigint NOT NULL,
        rev bigint NOT NULL, at bigint NOT NULL, due_at bigint, undo_until bigint, guardians text NOT NULL, payload text NOT NULL, decided_by bigint,
        decided_at bigint`,
    }),
    ...createTable(dialect, {
      name: 'deleted_messages',
      columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, act_id text NOT NULL, content text NOT NULL, PRIMARY KEY (chat_id, seq)`,
      clustered: true,
    }),
    addColumn(dialect, 'members', 'role_at bigint'),
    addColumn(dialect, 'members', 'back_at bigint'),
    addColumn(dialect, 'chats', 'waiting smallint NOT NULL DEFAULT 0'),
    'CREATE INDEX guarded_acts_chat ON guarded_acts (chat_id, at)',
    'CREATE INDEX guarded_acts_due ON guarded_acts (due_at) WHERE state = 0',
    'CREATE INDEX guarded_acts_end ON guarded_acts (undo_until)',
    'CREATE INDEX deleted_messages_act ON deleted_messages (act_id)',
  ],
};
