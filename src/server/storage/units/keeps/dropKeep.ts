import type { KeepId, OpId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { keepState } from './keptRows.ts';

/** Empties something a person keeps; the tombstone tells his other devices. */
export const dropKeep = writeUnit(
  async (tx, { userId, i, op }: { userId: UserId; i: KeepId; op: OpId }) =>
    await withOp(tx, { userId, op, name: 'keep.drop' }, async () => {
      const urev = await bumpUrev(tx, userId);
      await tx.sql(
        `UPDATE keeps SET chat_id = NULL, seq = NULL, kind = NULL, body = NULL, sender_mid = NULL, sender_name = NULL, sent_at = NULL, note = NULL,
          urev = ?, state = ${keepState.dropped} WHERE user_id = ? AND id = ?`,
        [urev, userId, i],
      );
      return { u: urev };
    }),
);
