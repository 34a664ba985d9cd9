import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ActInput, Done } from './ActOutcome.ts';
import { mayAppeal } from './mayAppeal.ts';

/**
 * Keeps a plea of somebody who is muted, removed or banned; he need not be in the chat. A later text replaces one that nobody has decided. Throws NOT_MEMBER (never
 * was in, or left by himself), FORBIDDEN (is none of the three).
 */
export const createAppeal = writeUnit(async (tx, input: ActInput & { text: string }): Promise<Done> => {
  await lockHead(tx, input.c);
  const [me] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND user_id = ?', [
    input.c,
    input.user,
  ]);
  if (!me || !mayAppeal.has(me.state)) throw new AppError('NOT_MEMBER');
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'appeal.create' }, async () => {
    if (me.state === memberState.joined && (me.muted_until ?? 0) <= tx.now) throw new AppError('FORBIDDEN');
    await tx.sql('DELETE FROM appeals WHERE chat_id = ? AND mid = ? AND state = 0', [input.c, me.mid]);
    await tx.sql('INSERT INTO appeals (id, chat_id, mid, body, at) VALUES (?, ?, ?, ?, ?)', [
      tx.ids.uuid(),
      input.c,
      me.mid,
      input.text,
      tx.now,
    ]);
    return {};
  });
  return result;
});
