import { createTable, type Migration } from './migration.ts';

/** Messages that a person does not want to see any more, and when everybody of a chat was last named. */
export const hidden: Migration = {
  name: '0016_hidden',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'hidden_messages',
      columns:
        'user_id bigint NOT NULL, chat_id bigint NOT NULL, seq bigint NOT NULL, urev bigint NOT NULL, PRIMARY KEY (user_id, chat_id, seq)',
    }),
    'CREATE INDEX hidden_messages_urev ON hidden_messages (user_id, urev)',
    ...createTable(dialect, { name: 'name_all_times', columns: 'chat_id bigint PRIMARY KEY, at bigint NOT NULL' }),
  ],
};
