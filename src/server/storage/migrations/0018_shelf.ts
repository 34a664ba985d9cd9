import { createTable, type Migration } from './migration.ts';

/** Notes and albums of chats, and the photos of these in their order. */
export const shelf: Migration = {
  name: '0018_shelf',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'shelf_notes',
      columns: `chat_id bigint NOT NULL, id text NOT NULL, body text NOT NULL, mid bigint NOT NULL, created_at bigint NOT NULL, changed_at bigint NOT NULL,
        hidden_for bigint, PRIMARY KEY (chat_id, id)`,
    }),
    'CREATE INDEX shelf_notes_changed ON shelf_notes (chat_id, changed_at)',
    ...createTable(dialect, {
      name: 'albums',
      columns: `chat_id bigint NOT NULL, id text NOT NULL, name text NOT NULL, mid bigint NOT NULL, created_at bigint NOT NULL, changed_at bigint NOT NULL,
        ver bigint NOT NULL DEFAULT 1, cover text, hidden_for bigint, PRIMARY KEY (chat_id, id)`,
    }),
    ...createTable(dialect, {
      name: 'album_photos',
      columns: `chat_id bigint NOT NULL, album_id text NOT NULL, media_id text NOT NULL, part text NOT NULL, mid bigint NOT NULL, at bigint NOT NULL,
        pos bigint NOT NULL, hidden_for bigint, PRIMARY KEY (chat_id, album_id, media_id)`,
    }),
    'CREATE INDEX album_photos_order ON album_photos (chat_id, album_id, pos)',
    'CREATE INDEX album_photos_media ON album_photos (media_id)',
  ],
};
