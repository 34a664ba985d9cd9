import { canModerate } from '#domain/permissions.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readModerator } from './readModerator.ts';

/** Since when senders are in, and which of them are regulars: more than 30 days here, more than 20 messages. */
export const describeSenders = readUnit(
  async (tx, { c, user, mids }: { c: ChatId; user: UserId; mids: number[] }): Promise<[number, number, boolean][]> => {
    await readModerator(tx, c, user, canModerate);
    const described: [number, number, boolean][] = [];
    for (const mid of mids) described.push(await describe(tx, c, mid));
    return described;
  },
);

const regularMs = 30 * 24 * 3_600_000;
const regularMessages = 20;

async function describe(tx: Tx, c: number, mid: number): Promise<[number, number, boolean]> {
  const [row] = await tx.sql<{ joined_at: number; sent: number }>(
    `SELECT joined_at, (SELECT count(*) FROM (SELECT 1 FROM messages o WHERE o.chat_id = members.chat_id AND o.sender_mid = members.mid
      AND o.n IS NOT NULL LIMIT ${regularMessages + 1}) AS own) AS sent FROM members WHERE chat_id = ? AND mid = ?`,
    [c, mid],
  );
  if (!row) return [mid, tx.now, false];
  return [mid, row.joined_at, tx.now - row.joined_at > regularMs && row.sent > regularMessages];
}
