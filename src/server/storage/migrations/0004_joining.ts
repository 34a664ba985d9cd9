import { addColumn, type Migration } from './migration.ts';

/** Coming in: who invited a member, and what a request to be let in needs so that a decision knows nothing of the account in a community. */
export const joining: Migration = {
  name: '0004_joining',
  statements: (dialect) => [
    addColumn(dialect, 'members', 'invited_by bigint'),
    addColumn(dialect, 'join_requests', 'mid bigint NOT NULL DEFAULT 0'),
    addColumn(dialect, 'join_requests', `name text NOT NULL DEFAULT ''`),
    addColumn(dialect, 'join_requests', 'code text'),
    'CREATE UNIQUE INDEX join_requests_mid ON join_requests (chat_id, mid)',
    'CREATE INDEX join_requests_waiting ON join_requests (chat_id, at) WHERE state = 0',
  ],
};
