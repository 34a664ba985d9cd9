import type { Selectable } from 'kysely';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { Schema } from '#server/storage/schema.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A stored request to be let in; one per person and chat, the last one. */
export type RequestRow = Selectable<Schema['join_requests']>;

/** What this person last asked of a chat. */
export async function loadRequest(tx: Tx, c: ChatId, user: UserId): Promise<RequestRow | undefined> {
  const [row] = await tx.sql<RequestRow>('SELECT * FROM join_requests WHERE chat_id = ? AND user_id = ?', [c, user]);
  return row;
}

/** State of membership of a person who need not be a member; undefined: he never was near this chat. */
export async function loadState(tx: Tx, c: ChatId, user: UserId): Promise<number | undefined> {
  const [row] = await tx.sql<{ state: number }>('SELECT state FROM members WHERE chat_id = ? AND user_id = ?', [
    c,
    user,
  ]);
  return row?.state;
}
