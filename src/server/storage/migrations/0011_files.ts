import { createTable, type Migration } from './migration.ts';

/** What messages carry: uploads, the copies made of them, where these lie, which messages have them, and what a gallery shows of a chat. */
export const files: Migration = {
  name: '0011_files',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'files',
      columns: `id text PRIMARY KEY, owner_id bigint NOT NULL, t text NOT NULL, state smallint NOT NULL DEFAULT 0, code text, name text,
        type text, width bigint, height bigint, blur text, length bigint NOT NULL, bytes bigint NOT NULL, is_used smallint NOT NULL DEFAULT 0,
        kept_until bigint NOT NULL, created_at bigint NOT NULL`,
    }),
    'CREATE INDEX files_owner ON files (owner_id)',
    'CREATE INDEX files_unused ON files (kept_until) WHERE is_used = 0',
    ...createTable(dialect, {
      name: 'file_copies',
      columns:
        'file_id text NOT NULL, size text NOT NULL, key text NOT NULL, type text NOT NULL, bytes bigint NOT NULL, PRIMARY KEY (file_id, size)',
      clustered: true,
    }),
    'CREATE INDEX file_copies_key ON file_copies (key)',
    ...createTable(dialect, {
      name: 'stored_files',
      columns:
        'key text PRIMARY KEY, sum text NOT NULL, is_dying smallint NOT NULL DEFAULT 0, touched_at bigint NOT NULL',
    }),
    'CREATE INDEX stored_files_sum ON stored_files (sum)',
    'CREATE INDEX stored_files_touched ON stored_files (touched_at)',
    ...createTable(dialect, {
      name: 'media_uses',
      columns:
        'media_id text NOT NULL, chat_id bigint NOT NULL, seq bigint NOT NULL, PRIMARY KEY (media_id, chat_id, seq)',
      clustered: true,
    }),
    'CREATE INDEX media_uses_place ON media_uses (chat_id, seq)',
    ...createTable(dialect, {
      name: 'gallery',
      columns: 'chat_id bigint NOT NULL, t text NOT NULL, seq bigint NOT NULL, PRIMARY KEY (chat_id, t, seq)',
      clustered: true,
    }),
    // Links in texts from before.
    `INSERT INTO gallery (chat_id, t, seq) SELECT chat_id, 'l', seq FROM messages
      WHERE kind = 1 AND deleted_at IS NULL AND (body LIKE '%http://%' OR body LIKE '%https://%')`,
  ],
};
