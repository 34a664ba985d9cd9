import { createTable, type Migration } from './migration.ts';

/**
 * What people chose in polls, and that they have confirmed a message. An empty choice stays as a tombstone, so that a device that was away learns of it. `rev`: the one the message got in the same transaction.
 * Reminders of messages that ask for a confirmation: how many there were, and when the last was.
 */
export const ballots: Migration = {
  name: '0012_ballots',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'ballots',
      columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, mid bigint NOT NULL, choice text NOT NULL, rev bigint NOT NULL,
        at bigint NOT NULL, PRIMARY KEY (chat_id, seq, mid)`,
      clustered: true,
    }),
    'CREATE INDEX ballots_rev ON ballots (chat_id, rev)',
    ...createTable(dialect, {
      name: 'nudges',
      columns: `chat_id bigint NOT NULL, seq bigint NOT NULL, count bigint NOT NULL, at bigint NOT NULL, PRIMARY KEY (chat_id, seq)`,
      clustered: true,
    }),
  ],
};
