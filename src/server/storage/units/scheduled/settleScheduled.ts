import type { ErrorCode } from '#protocol/errors.ts';
import type { Cid, UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { noteScheduled } from './noteScheduled.ts';
import { lockScheduled, rowState } from './scheduledRow.ts';

/**
 * What became of a message that was taken up. `sent`; `failed` for good; `later`: refused for now, and tried again after `ms`; `back`: refused, and its time has not come yet, or it had failed before: it stands as
 * it stood.
 */
export type ScheduleOutcome =
  | { t: 'sent' }
  | { t: 'failed'; code: ErrorCode }
  | { t: 'later'; code: ErrorCode; ms: number }
  | { t: 'back'; code: ErrorCode };

/** Notes an outcome, once: what another node has settled meanwhile, or is trying, stays. Answers whether something changed. `tries`: as it was taken. */
export const settleScheduled = writeUnit(
  async (tx, input: { userId: UserId; i: Cid; tries: number; outcome: ScheduleOutcome }): Promise<boolean> => {
    const { userId, i, outcome } = input;
    const urev = await bumpUrev(tx, userId);
    const row = await lockScheduled(tx, userId, i);
    if (!row || row.is_going === 0 || (row.tries !== input.tries && outcome.t !== 'sent')) return false;
    const set = (state: number, code: ErrorCode | null, nextAt: number, body: string): Promise<object[]> =>
      tx.sql(
        'UPDATE scheduled_messages SET is_going = 0, state = ?, code = ?, next_at = ?, body = ? WHERE user_id = ? AND cid = ?',
        [state, code, nextAt, body, userId, i],
      );
    if (outcome.t === 'sent') await set(rowState.sent, null, tx.now, '{}');
    else if (outcome.t === 'failed') await set(rowState.failed, outcome.code, tx.now, row.body);
    else if (outcome.t === 'later') await set(rowState.waiting, outcome.code, tx.now + outcome.ms, row.body);
    else if (row.at > tx.now) await set(rowState.waiting, null, row.at, row.body);
    else await set(rowState.failed, outcome.code, tx.now, row.body);
    await noteScheduled(tx, userId, urev);
    return true;
  },
);
