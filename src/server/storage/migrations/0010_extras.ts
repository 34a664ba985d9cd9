import { addColumn, type Migration } from './migration.ts';

/** What hangs on a message beside its reactions: votes, confirmations, the card of a link. `mark_rev`: rev of the last change of that. */
export const extras: Migration = {
  name: '0010_extras',
  statements: (dialect) => [
    addColumn(dialect, 'messages', 'extras text'),
    addColumn(dialect, 'messages', 'mark_rev bigint NOT NULL DEFAULT 0'),
  ],
};
