import { createTable, type Migration } from './migration.ts';

/**
 * What people keep for themselves: messages as they were, and notes. What was dropped stays as an empty tombstone without a place, so that a device that was away learns of it. `state`: 0 kept, 1 the message was
 * taken back, 2 dropped.
 */
export const keeps: Migration = {
  name: '0013_keeps',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'keeps',
      columns: `user_id bigint NOT NULL, id text NOT NULL, chat_id bigint, seq bigint, kind bigint, body text, sender_mid bigint, sender_name text,
        sent_at bigint, note text, at bigint NOT NULL, urev bigint NOT NULL, state smallint NOT NULL DEFAULT 0, PRIMARY KEY (user_id, id)`,
    }),
    'CREATE INDEX keeps_urev ON keeps (user_id, urev)',
    'CREATE UNIQUE INDEX keeps_place ON keeps (chat_id, seq, user_id) WHERE chat_id IS NOT NULL',
  ],
};
