import { createTable, type Migration } from './migration.ts';

/** Messages that are to be sent later. */
export const scheduled: Migration = {
  name: '0014_scheduled',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'scheduled_messages',
      columns: `user_id bigint NOT NULL, cid text NOT NULL, chat_id bigint NOT NULL, kind smallint NOT NULL, body text NOT NULL,
        body_hash bytea NOT NULL, reply_to bigint, fw text, at bigint NOT NULL, next_at bigint NOT NULL, created_at bigint NOT NULL,
        state smallint NOT NULL DEFAULT 0, code text, tries bigint NOT NULL DEFAULT 0, is_going smallint NOT NULL DEFAULT 0,
        PRIMARY KEY (user_id, cid)`,
    }),
    'CREATE INDEX scheduled_messages_due ON scheduled_messages (next_at) WHERE state = 0',
    'CREATE INDEX scheduled_messages_going ON scheduled_messages (next_at) WHERE is_going = 1',
    'CREATE INDEX scheduled_messages_sent ON scheduled_messages (next_at) WHERE state = 1',
    'CREATE INDEX scheduled_messages_at ON scheduled_messages (user_id, at, cid)',
  ],
};
