import type { ReactionChange } from '#protocol/entities/messages.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

interface ReactionRow {
  seq: number;
  mid: number;
  emoji: string | null;
}

/** Who reacted how after rev `a`, by message. `messages`: those in question, as they are now. */
export async function readReactions(
  tx: Tx,
  c: ChatId,
  a: number,
  messages: readonly MessageRow[],
): Promise<ReactionChange[]> {
  if (messages.length === 0) return [];
  const rows = await tx.sql<ReactionRow>(
    'SELECT seq, mid, emoji FROM reactions WHERE chat_id = ? AND rev > ? ORDER BY rev, mid',
    [c, a],
  );
  const known = new Map(messages.map((message) => [message.seq, message]));
  const changes = new Map<number, ReactionChange>();
  for (const { seq, mid, emoji } of rows) {
    const message = known.get(seq);
    if (!message || message.deleted_at !== null) continue;
    const totals = message.rx === null ? {} : (JSON.parse(message.rx) as Record<string, number>);
    const change: ReactionChange = changes.get(seq) ?? [seq, message.rev, totals, []];
    change[3].push([toMemberId(mid), emoji]);
    changes.set(seq, change);
  }
  return [...changes.values()];
}
