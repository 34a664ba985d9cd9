import { createTable, type Migration } from './migration.ts';

/** Pictures of people and chats. Their files lie elsewhere; what stands here decides who may use and see them, and when the files go. */
export const media: Migration = {
  name: '0003_media',
  statements: (dialect) => [
    ...createTable(dialect, {
      name: 'media',
      columns: `id text PRIMARY KEY, owner_id bigint NOT NULL, purpose text NOT NULL, used_as smallint NOT NULL DEFAULT 0, chat_id bigint,
        type text NOT NULL, width bigint NOT NULL, height bigint NOT NULL, bytes bigint NOT NULL, created_at bigint NOT NULL, deleted_at bigint`,
    }),
    'CREATE INDEX media_unused ON media (created_at) WHERE used_as = 0 AND deleted_at IS NULL',
    'CREATE INDEX media_deleted ON media (deleted_at) WHERE deleted_at IS NOT NULL',
  ],
};
