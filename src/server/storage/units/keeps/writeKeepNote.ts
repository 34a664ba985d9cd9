import { AppError } from '#protocol/errors.ts';
import type { KeepId, OpId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { checkKeepRoom, findKeep, keepState, toKept, type KeepRow } from './keptRows.ts';

/** Writes a note: beside what is kept, or by itself. Throws BAD where neither note nor message would be left, FULL. */
export const writeKeepNote = writeUnit(
  async (tx, { userId, i, x, op }: { userId: UserId; i: KeepId; x: string; op: OpId }) =>
    await withOp(tx, { userId, op, name: 'keep.note' }, async () => {
      const urev = await bumpUrev(tx, userId);
      const known = await findKeep(tx, userId, i);
      const isDropped = known === undefined || known.state === keepState.dropped;
      const note = x.trim() === '' ? null : x;
      if (note === null && (isDropped || known.chat_id === null)) {
        throw new AppError('BAD', { message: 'a note without words' });
      }
      const at = isDropped ? tx.now : known.at;
      const [row] = await tx.sql<KeepRow>(
        `INSERT INTO keeps (user_id, id, note, at, urev, state) VALUES (?, ?, ?, ?, ?, ${keepState.live})
          ON CONFLICT (user_id, id) DO UPDATE SET note = excluded.note, at = excluded.at, urev = excluded.urev,
            state = CASE WHEN keeps.state = ${keepState.dropped} THEN ${keepState.live} ELSE keeps.state END RETURNING *`,
        [userId, i, note, at, urev],
      );
      await checkKeepRoom(tx, userId);
      return { u: urev, kept: toKept(row as KeepRow) };
    }),
);
