import { createTable, type Migration } from './migration.ts';

/** Members of communities who want to know each other outside of them. */
export const connect: Migration = {
  name: '0008_connect',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'connect_requests',
      columns: `chat_id bigint NOT NULL, from_user bigint NOT NULL, to_user bigint NOT NULL, state smallint NOT NULL, at bigint NOT NULL,
        PRIMARY KEY (chat_id, from_user, to_user)`,
    }),
    'CREATE INDEX connect_requests_to ON connect_requests (to_user, at) WHERE state = 0',
    'CREATE INDEX connect_requests_from ON connect_requests (from_user) WHERE state = 0',
  ],
};
