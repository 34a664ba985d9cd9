import type { AccountTables } from './schema/accountTables.ts';
import type { AppTables } from './schema/appTables.ts';
import type { ChatTables } from './schema/chatTables.ts';
import type { CommunityTables } from './schema/communityTables.ts';
import type { LinkTables } from './schema/linkTables.ts';
import type { MediaTables } from './schema/mediaTables.ts';
import type { MessageTables } from './schema/messageTables.ts';
import type { ShelfTables } from './schema/shelfTables.ts';

/** Facts about the database itself: `schema` (number of the newest migration), `gen` (data generation, a UUID that only a restore changes). */
export interface MetaTable {
  key: string;
  val: string;
}

/**
 * Every table as kysely sees it. One row shape for SQLite and PostgreSQL: ids, revs and times (ms) are numbers, flags are 0 or 1,
 * UUIDs, JSON and lists are text, hashes are bytes.
 */
export interface Schema
  extends AccountTables, AppTables, ChatTables, MessageTables, CommunityTables, LinkTables, MediaTables, ShelfTables {
  meta: MetaTable;
}
