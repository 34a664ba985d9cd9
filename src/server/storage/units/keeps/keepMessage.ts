import { isKeepable } from '#domain/keepRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, KeepId, OpId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readStanding, type Standing } from '#server/storage/units/sync/readStanding.ts';
import { visibleMessages } from '#server/storage/units/sync/visibleMessages.ts';
import { checkKeepRoom, keepState, toKept, type KeepRow } from './keptRows.ts';

export interface KeepInput {
  userId: UserId;
  i: KeepId;
  c: ChatId;
  s: number;
  x?: string | undefined;
  op: OpId;
}

/** Copies a message that the person sees now to what he keeps. One that he keeps already stays as it is. Throws NOT_MEMBER, NOT_FOUND, FULL. */
export const keepMessage = writeUnit(
  async (tx, input: KeepInput) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'keep.add' }, async () => {
      const standing = await readStanding(tx, input.c, input.userId);
      // Whoever takes the message back at this moment comes before or after: no copy slips through.
      await lockHead(tx, input.c);
      // The number first: it locks the person's counter, so that the same message is not kept twice at one moment.
      const urev = await bumpUrev(tx, input.userId);
      const [known] = await tx.sql<KeepRow>('SELECT * FROM keeps WHERE chat_id = ? AND seq = ? AND user_id = ?', [
        input.c,
        input.s,
        input.userId,
      ]);
      const row = known ?? (await copyMessage(tx, standing, input, urev));
      await checkKeepRoom(tx, input.userId);
      return { u: urev, kept: toKept(row) };
    }),
);

async function copyMessage(tx: Tx, standing: Standing, input: KeepInput, urev: number): Promise<KeepRow> {
  const { chat } = standing;
  const [row] = await tx.sql<KeepRow>(
    `INSERT INTO keeps (user_id, id, chat_id, seq, kind, body, sender_mid, sent_at, note, at, urev, state)
      SELECT CAST(? AS bigint), CAST(? AS text), v.chat_id, v.seq, v.kind, v.body, v.sender_mid, v.created_at, CAST(? AS text), CAST(? AS bigint),
        CAST(? AS bigint), ${keepState.live} FROM (${visibleMessages(chat)} AND m.seq = ? AND m.deleted_at IS NULL) v WHERE true
      ON CONFLICT (user_id, id) DO NOTHING RETURNING *`,
    [input.userId, input.i, input.x || null, tx.now, urev, input.c, input.userId, input.s],
  );
  if (!row || !isKeepable(row.kind ?? 0)) throw new AppError('NOT_FOUND');
  const name = await nameOfSender(tx, standing, row.sender_mid ?? 0);
  await tx.sql('UPDATE keeps SET sender_name = ? WHERE user_id = ? AND id = ?', [name, input.userId, input.i]);
  return { ...row, sender_name: name };
}

/** What the writer is called there: in a community by a name that leads to no account. */
async function nameOfSender(tx: Tx, { chat }: Standing, mid: number): Promise<string | null> {
  const [row] =
    chat.kind === chatKind.community
      ? await tx.sql<{ name: string | null }>('SELECT nickname AS name FROM members WHERE chat_id = ? AND mid = ?', [
          communityOf({ chat_id: chat.id, parent_id: chat.parent_id }),
          mid,
        ])
      : await tx.sql<{ name: string | null }>('SELECT name FROM users WHERE id = ?', [mid]);
  return row?.name ?? null;
}
