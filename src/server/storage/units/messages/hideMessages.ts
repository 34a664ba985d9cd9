import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { visibleMessages } from '#server/storage/units/sync/visibleMessages.ts';

/** Hides messages from one person, under his next number; those he does not see are left out. Throws NOT_MEMBER, FULL. */
export const hideMessages = writeUnit(
  async (tx, input: { c: ChatId; userId: UserId; seqs: readonly number[]; op: OpId }) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'message.hide' }, async () => {
      const { chat } = await readStanding(tx, input.c, input.userId);
      const seqs = [...new Set(input.seqs)];
      const rows = await tx.sql<{ seq: number }>(
        `SELECT v.seq FROM (${visibleMessages(chat)} AND m.seq IN (${placeholders(seqs.length)})) v`,
        [input.c, input.userId, ...seqs],
      );
      const urev = await bumpUrev(tx, input.userId);
      for (const { seq } of rows)
        await tx.sql(
          'INSERT INTO hidden_messages (user_id, chat_id, seq, urev) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
          [input.userId, input.c, seq, urev],
        );
      const [all] = await tx.sql<{ total: number }>('SELECT count(*) AS total FROM hidden_messages WHERE user_id = ?', [
        input.userId,
      ]);
      if ((all?.total ?? 0) > limits.hiddenMax) throw new AppError('FULL');
      return { u: urev };
    }),
);
