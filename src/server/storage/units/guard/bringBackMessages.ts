import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { MemberId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { placeFiles } from '#server/storage/units/files/useFiles.ts';
import { placeLinkJobs } from '#server/storage/units/links/placeLinkJobs.ts';
import { addMentions } from '#server/storage/units/messages/addMentions.ts';
import { readsOfMids } from '#server/storage/units/messages/readsOfMids.ts';
import { refreshPreview } from '#server/storage/units/messages/refreshPreview.ts';
import type { DeletedContent } from './actTypes.ts';
import type { Undoing, Undone } from './undoTypes.ts';

/** Gives messages their words, earlier versions and mentions back, each at a rev of its own. Reactions do not come back. */
export async function bringBackMessages({ tx, head, act, line }: Undoing): Promise<Undone> {
  const kept = await tx.sql<{ seq: number; content: string }>(
    'SELECT seq, content FROM deleted_messages WHERE act_id = ? ORDER BY seq',
    [act.id],
  );
  const named: MemberId[] = [];
  let n = 0;
  for (const { seq, content } of kept) {
    const [row] = await tx.sql<MessageRow>('SELECT * FROM messages WHERE chat_id = ? AND seq = ?', [head.chat_id, seq]);
    if (!row || row.deleted_at === null) continue;
    named.push(...(await refill(tx, head, row, JSON.parse(content) as DeletedContent)));
    n += 1;
  }
  if (n === 0) throw new AppError('GONE');
  await tx.sql('DELETE FROM deleted_messages WHERE act_id = ?', [act.id]);
  await appendSystemLine(tx, head, line({ ev: 'undone', act: 'delete', n }));
  return { people: [], reads: await readsOfMids(tx, head, [...new Set(named)]) };
}

async function refill(tx: Tx, head: LockedHead, row: MessageRow, was: DeletedContent): Promise<MemberId[]> {
  head.rev += 1;
  Object.assign(row, { rev: head.rev, body: was.body, deleted_at: null, deleted_by: null });
  Object.assign(row, { mention_ids: was.mentionIds, mention_all: was.mentionAll });
  await tx.sql(
    `UPDATE messages SET rev = ?, body = ?, deleted_at = NULL, deleted_by = NULL, mention_ids = ?, mention_all = ?
      WHERE chat_id = ? AND seq = ?`,
    [row.rev, row.body, row.mention_ids, row.mention_all, row.chat_id, row.seq],
  );
  for (const { rev, body, at } of was.versions)
    await tx.sql('INSERT INTO message_versions (chat_id, seq, rev, body, at) VALUES (?, ?, ?, ?, ?)', [
      row.chat_id,
      row.seq,
      rev,
      body,
      at,
    ]);
  if (row.mention_all) await nameAll(tx, head, row);
  // A card may have changed while it was away.
  if (row.kind === messageKind.card)
    await tx.sql('UPDATE app_card_places SET is_stale = 1 WHERE name = ?', [
      (JSON.parse(row.body) as { card: string }).card,
    ]);
  const placed = [{ row, item: { b: JSON.parse(row.body) as Record<string, unknown> } }];
  await placeFiles(tx, placed);
  await placeLinkJobs(tx, placed);
  refreshPreview(head, row);
  return nameAgain(tx, head, row);
}

async function nameAll(tx: Tx, head: LockedHead, row: MessageRow): Promise<void> {
  await tx.sql('INSERT INTO mention_alls (chat_id, seq, sender_mid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    row.chat_id,
    row.seq,
    row.sender_mid,
  ]);
  const newest = [...(JSON.parse(head.ma) as number[]), row.seq].sort((one, other) => other - one);
  head.ma = JSON.stringify(newest.slice(0, limits.headCallsMax));
}

/** Those who have not read past it yet are named again. */
async function nameAgain(tx: Tx, head: LockedHead, row: MessageRow): Promise<MemberId[]> {
  const mids = row.mention_ids === null ? [] : (JSON.parse(row.mention_ids) as MemberId[]);
  const [sender] = await tx.sql<{ user_id: number }>('SELECT user_id FROM members WHERE chat_id = ? AND mid = ?', [
    communityOf(head),
    row.sender_mid,
  ]);
  if (!sender) return [];
  const source = {
    seq: row.seq,
    senderMid: toMemberId(row.sender_mid),
    senderId: toUserId(sender.user_id),
  };
  return addMentions(tx, head, source, mids);
}
