import type { Cid, OpId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { openScheduled } from './changeScheduled.ts';
import { releaseFiles } from './holdFiles.ts';
import { noteScheduled } from './noteScheduled.ts';

/** Forgets a scheduled message of this person. Throws NOT_FOUND, GONE. */
export const dropScheduled = writeUnit(
  async (tx, input: { userId: UserId; i: Cid; op: OpId }) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'schedule.drop' }, async () => {
      const { userId, i } = input;
      const urev = await bumpUrev(tx, userId);
      const row = await openScheduled(tx, userId, i);
      await tx.sql('DELETE FROM scheduled_messages WHERE user_id = ? AND cid = ?', [userId, i]);
      await releaseFiles(tx, userId, row);
      return { u: await noteScheduled(tx, userId, urev) };
    }),
);
