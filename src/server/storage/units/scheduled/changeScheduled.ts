import { messageKind } from '#protocol/entities/messageKind.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import { AppError } from '#protocol/errors.ts';
import type { Cid, OpId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { checkRoom, checkTime } from './checkRoom.ts';
import { holdFiles } from './holdFiles.ts';
import { noteScheduled } from './noteScheduled.ts';
import { lockScheduled, rowState, type ScheduledRow } from './scheduledRow.ts';

/** Another time, ms, or another text for a message that waits or has failed. */
export interface ScheduleChange {
  userId: UserId;
  i: Cid;
  at?: number | undefined;
  b?: TextBody | undefined;
  op: OpId;
}

/** Changes a scheduled message of this person. Throws NOT_FOUND, GONE, FORBIDDEN, WINDOW, FULL. */
export const changeScheduled = writeUnit(
  async (tx, input: ScheduleChange) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'schedule.change' }, async () => {
      const { userId, i, at, b } = input;
      const urev = await bumpUrev(tx, userId);
      const row = await openScheduled(tx, userId, i);
      const body = b ? withWords(row, b) : row.body;
      if (at === undefined)
        await tx.sql('UPDATE scheduled_messages SET body = ? WHERE user_id = ? AND cid = ?', [body, userId, i]);
      else {
        checkTime(tx, at);
        if (row.state === rowState.failed) await checkRoom(tx, userId, toChatId(row.chat_id));
        await holdFiles(tx, userId, row, at);
        await tx.sql(
          `UPDATE scheduled_messages SET body = ?, at = ?, next_at = ?, state = 0, code = NULL, tries = 0 WHERE user_id = ? AND cid = ?`,
          [body, at, at, userId, i],
        );
      }
      return { u: await noteScheduled(tx, userId, urev) };
    }),
);

/** One that can still be changed, locked. What a node is sending cannot: nobody knows yet whether it is out. */
export async function openScheduled(tx: Tx, userId: UserId, i: Cid): Promise<ScheduledRow> {
  const row = await lockScheduled(tx, userId, i);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.state === rowState.sent || row.is_going === 1) throw new AppError('GONE');
  return row;
}

function withWords(row: ScheduledRow, b: TextBody): string {
  const hasWords = row.kind === messageKind.text || row.kind === messageKind.media;
  if (!hasWords || row.fw !== null) throw new AppError('FORBIDDEN');
  const { x: _x, at: _at, silent: _silent, ...rest } = JSON.parse(row.body) as Record<string, unknown>;
  return JSON.stringify({ ...rest, ...b });
}
