import { memberState } from '#protocol/entities/memberState.ts';
import { toUserId } from '#protocol/casts.ts';
import type { ChatRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { ChatChange, OwnVotes } from '#server/storage/units/chats/chatChange.ts';

interface VoteRow {
  seq: number;
  choice: string;
  user_id: number;
}

/** How people voted after rev `a`, for each of them alone. `changed`: messages that changed since. */
export async function readVotes(
  tx: Tx,
  chat: Pick<ChatRow, 'id' | 'parent_id'>,
  a: number,
  changed: readonly MessageRow[],
): Promise<Pick<ChatChange, 'votes'>> {
  if (!changed.some(({ mark_rev }) => mark_rev > a)) return {};
  const rows = await tx.sql<VoteRow>(
    `SELECT b.seq, b.choice, m.user_id FROM ballots b JOIN members m ON m.chat_id = ? AND m.mid = b.mid
      WHERE b.chat_id = ? AND b.rev > ? AND m.state = ? ORDER BY m.user_id, b.seq`,
    [chat.parent_id ?? chat.id, chat.id, a, memberState.joined],
  );
  const votes = new Map<number, OwnVotes>();
  for (const { seq, choice, user_id } of rows) {
    const own = votes.get(user_id) ?? { userId: toUserId(user_id), own: [] };
    own.own.push([seq, JSON.parse(choice) as number[]]);
    votes.set(user_id, own);
  }
  return votes.size > 0 ? { votes: [...votes.values()] } : {};
}
