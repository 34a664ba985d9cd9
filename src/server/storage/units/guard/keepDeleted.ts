import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { DeletedContent, DeletePayload } from './actTypes.ts';
import { noteAct } from './noteAct.ts';

/** Keeps what a message says for as long as its deletion by somebody else can be undone. `row`: before the deletion. */
export async function keepDeleted(tx: Tx, head: LockedHead, by: MemberRow, row: MessageRow): Promise<void> {
  const doing = { c: row.chat_id, home: communityOf(head), by: by.mid, rev: head.rev, kind: 'delete' as const };
  const id = await noteAct<DeletePayload>(tx, doing, (so) => ({ count: (so?.count ?? 0) + 1 }));
  const versions = await tx.sql<DeletedContent['versions'][number]>(
    'SELECT rev, body, at FROM message_versions WHERE chat_id = ? AND seq = ? ORDER BY rev',
    [row.chat_id, row.seq],
  );
  const content: DeletedContent = {
    body: row.body,
    mentionIds: row.mention_ids,
    mentionAll: row.mention_all,
    versions,
  };
  await tx.sql(
    `INSERT INTO deleted_messages (chat_id, seq, act_id, content) VALUES (?, ?, ?, ?)
      ON CONFLICT (chat_id, seq) DO UPDATE SET act_id = excluded.act_id, content = excluded.content`,
    [row.chat_id, row.seq, id, JSON.stringify(content)],
  );
}
