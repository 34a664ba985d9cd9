import type { Selectable } from 'kysely';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import type { HeadRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Schema } from '#server/storage/schema.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Every row of one chat, read in one transaction. */
export interface ChatDump {
  head: HeadRow;
  members: MemberRow[];
  messages: MessageRow[];
  reactions: Selectable<Schema['reactions']>[];
  ballots: Selectable<Schema['ballots']>[];
  mentions: Selectable<Schema['mentions']>[];
  versions: Selectable<Schema['message_versions']>[];
  days: Selectable<Schema['chat_days']>[];
}

const dump = readUnit(async (tx, c: ChatId): Promise<ChatDump> => {
  const of = <
    Table extends 'members' | 'messages' | 'reactions' | 'ballots' | 'mentions' | 'message_versions' | 'chat_days',
  >(
    name: Table,
  ) => tx.sql<Selectable<Schema[Table]>>(`SELECT * FROM ${name} WHERE chat_id = ?`, [c]);
  const head = await tx.db.selectFrom('chat_heads').selectAll().where('chat_id', '=', c).executeTakeFirstOrThrow();
  const messages = (await of('messages')).toSorted((a, b) => a.seq - b.seq);
  return {
    head,
    messages,
    members: await of('members'),
    reactions: await of('reactions'),
    ballots: await of('ballots'),
    mentions: await of('mentions'),
    versions: await of('message_versions'),
    days: await of('chat_days'),
  };
});

/** Reads a whole chat for a check. */
export function dumpChat(storage: LocalStorage, c: ChatId): Promise<ChatDump> {
  return storage.runUnit(dump, c);
}
