import { canHearAppeals, canMute, canUnban } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { toUserId } from '#protocol/casts.ts';
import { excerptOf, recordAct } from '#server/storage/rows/recordAct.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { act, type Acting } from './act.ts';
import type { ActInput, ActOutcome, Done } from './ActOutcome.ts';
import { setMutedUntil } from './applyMute.ts';
import { findMember } from './findMember.ts';

/** Lifts what an appeal is about, or leaves it. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, GONE. */
export const decideAppeal = writeUnit(
  (tx, input: ActInput & { id: string; lift: boolean }): Promise<ActOutcome<Done>> =>
    act(tx, input, { name: 'appeal.decide', may: canHearAppeals }, async (acting) => {
      const [row] = await tx.sql<{ mid: number; body: string; state: number }>(
        'SELECT mid, body, state FROM appeals WHERE id = ? AND chat_id = ?',
        [input.id, input.c],
      );
      if (!row) throw new AppError('NOT_FOUND');
      if (row.state !== 0) throw new AppError('GONE');
      const other = await findMember(tx, input.c, row.mid);
      if (other.mid === acting.me.mid) throw new AppError('FORBIDDEN');
      if (input.lift) await lift(tx, acting, other);
      await tx.sql('UPDATE appeals SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?', [
        input.lift ? 1 : 2,
        acting.me.mid,
        tx.now,
        input.id,
      ]);
      await recordAct(tx, {
        c: input.c,
        by: acting.me.mid,
        what: 'appeal',
        who: row.mid,
        detail: { x: excerptOf(row.body), why: [] },
      });
      return {};
    }),
);

async function lift(tx: Tx, acting: Acting, other: MemberRow): Promise<void> {
  const about = { c: other.chat_id, by: acting.me.mid, who: other.mid };
  if (other.state === memberState.joined && (other.muted_until ?? 0) > tx.now) {
    if (!canMute(acting.standing, other)) throw new AppError('FORBIDDEN');
    await setMutedUntil(tx, acting, other, undefined);
    await recordAct(tx, { ...about, what: 'unmute' });
  }
  if (other.state !== memberState.banned) return;
  if (!canUnban(acting.standing, other)) throw new AppError('FORBIDDEN');
  const { head } = acting;
  head.rev += 1;
  head.mrev = head.rev;
  await tx.sql(
    `UPDATE members SET state = ${memberState.kicked}, rev = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?`,
    [head.rev, other.chat_id, other.user_id],
  );
  await writeHead(tx, head);
  acting.people.push(toUserId(other.user_id));
  await recordAct(tx, { ...about, what: 'unban' });
}
