import { sendRefusal } from '#domain/permissions.ts';
import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import { AppError, reactionTo } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { hashBody } from '#server/storage/rows/hashBody.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { checkRoom, checkTime } from './checkRoom.ts';
import { holdFiles } from './holdFiles.ts';
import { noteScheduled } from './noteScheduled.ts';
import { lockScheduled } from './scheduledRow.ts';

/** A message to keep until its time, ms. */
export interface ScheduleInput {
  userId: UserId;
  c: ChatId;
  item: SentMessage;
  at: number;
  op: OpId;
}

/**
 * Keeps a message of somebody who may send it now, as far as that can be said: what asks for patience only (slow mode) does not count, and its content is judged when it is sent. A repeat, even under another op,
 * changes nothing. Throws WINDOW, NOT_MEMBER, FORBIDDEN, MUTED, FROZEN, NOT_FOUND, FULL, CID_MISMATCH.
 */
export const addScheduled = writeUnit(
  async (tx, input: ScheduleInput) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'schedule.add' }, async () => {
      const { userId, c, item, at } = input;
      const body = JSON.stringify(item.b);
      const hash = hashBody(item.k, body, item.re ?? null);
      const urev = await bumpUrev(tx, userId);
      const known = await lockScheduled(tx, userId, item.i);
      if (known) {
        if (known.chat_id !== c || Buffer.compare(known.body_hash, hash) !== 0) throw new AppError('CID_MISMATCH');
        return { u: urev };
      }
      checkTime(tx, at);
      await checkMayWrite(tx, c, userId);
      await checkRoom(tx, userId, c);
      const fw = item.fw ? JSON.stringify(item.fw) : null;
      await holdFiles(tx, userId, { kind: item.k, body, fw }, at);
      await tx.sql(
        `INSERT INTO scheduled_messages (user_id, cid, chat_id, kind, body, body_hash, reply_to, fw, at, next_at, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [userId, item.i, c, item.k, body, hash, item.re ?? null, fw, at, at, tx.now],
      );
      return { u: await noteScheduled(tx, userId, urev) };
    }),
);

async function checkMayWrite(tx: Tx, c: ChatId, userId: UserId): Promise<void> {
  const { me, chat, settings } = await readStanding(tx, c, userId);
  const standing = standingOf({ kind: chat.kind, settings: settings ?? chat.settings }, me);
  const refusal = sendRefusal(standing, { joinedAt: me.joined_at, mutedUntil: me.muted_until }, tx.now);
  if (refusal && reactionTo(refusal.code) !== 'retry') throw new AppError(refusal.code);
}
