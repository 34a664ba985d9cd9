import { createTable, type Migration } from './migration.ts';

/**
 * Messages whose first link is to get a card, and what was found at addresses: for a while, so that one that is shared in many chats is fetched once. `due_at`: not before it, ms.
 * `state`: see `linkState`; `until`: it holds so long, ms.
 */
export const linkCards: Migration = {
  name: '0015_link_cards',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'link_jobs',
      columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, url text NOT NULL, tries smallint NOT NULL DEFAULT 0, due_at bigint NOT NULL,
        PRIMARY KEY (chat_id, seq)`,
      clustered: true,
    }),
    'CREATE INDEX link_jobs_due ON link_jobs (due_at)',
    'CREATE INDEX link_jobs_url ON link_jobs (url)',
    ...createTable(dialect, {
      name: 'link_finds',
      columns: 'url text PRIMARY KEY, state smallint NOT NULL, card text, until bigint NOT NULL',
    }),
    'CREATE INDEX link_finds_until ON link_finds (until)',
  ],
};
