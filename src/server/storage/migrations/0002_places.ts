import { addColumn, createTable, type Migration } from './migration.ts';

/**
 * Groups and communities: the messages on top of a chat and its join code stand in the chat's row; what a member of a community may see begins with a day,
 * from which the floors of its rooms follow. What Discover searches stands apart, in a row for each listed community.
 */
export const places: Migration = {
  name: '0002_places',
  statements: (dialect) => [
    'DROP TABLE announcements',
    addColumn(dialect, 'chats', `pins text NOT NULL DEFAULT '[]'`),
    addColumn(dialect, 'chats', 'join_code text'),
    addColumn(dialect, 'members', 'floor_day text'),
    'ALTER TABLE chat_heads DROP COLUMN last_join_day',
    addColumn(dialect, 'chat_heads', 'floor_day text'),
    ...createTable(dialect, {
      name: 'listings',
      columns: 'chat_id bigint PRIMARY KEY, category text, name_key text NOT NULL, search_text text NOT NULL',
    }),
  ],
};
