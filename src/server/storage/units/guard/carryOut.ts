import { invariant } from '#base/invariant.ts';
import { canBan, canRemove } from '#domain/permissions.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toMemberId, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { signatureOf } from '#server/storage/units/chats/enterChat.ts';
import { actState, type ActRow, type RemovePayload } from './actTypes.ts';
import { takeOut } from './takeOut.ts';

/** Who approved it; null: the day is over. */
export interface Decision {
  act: ActRow;
  by: number | null;
}

/**
 * Does a removal that waited, in the name of whoever asked for it, with the rights he has now: those he may not remove any more stay, and when he has left or
 * lost his role, or nobody is left to remove, it is called off. Answers the accounts of those who are out now.
 */
export async function carryOut(tx: Tx, head: LockedHead, { act, by }: Decision): Promise<UserId[]> {
  const payload = JSON.parse(act.payload) as RemovePayload;
  const [actor] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND mid = ?', [
    head.chat_id,
    act.by_mid,
  ]);
  const others = await tx.sql<MemberRow>(
    `SELECT * FROM members WHERE chat_id = ? AND state = ${memberState.joined} AND mid IN (${placeholders(payload.mids.length)})
      ORDER BY user_id`,
    [head.chat_id, ...payload.mids],
  );
  const may = payload.ban ? canBan : canRemove;
  const goers = actor ? others.filter((other) => may(standingOf(head, actor), other)) : [];
  if (!actor || goers.length === 0) {
    await callOff(tx, head, { act, by });
    return [];
  }
  const { pver, nickname } = await signatureOf(tx, head, actor);
  const people = await takeOut(tx, head, { by: act.by_mid, pver, nickname, others: goers, ban: payload.ban });
  await tx.sql(
    `UPDATE guarded_acts SET state = ${actState.done}, due_at = NULL, undo_until = ?, payload = ?, decided_by = ?, decided_at = ?
      WHERE id = ?`,
    // Nobody's id: it happened by itself. Nothing is added to an act that was decided.
    [tx.now + limits.undoMs, JSON.stringify({ ...payload, people }), by ?? 0, tx.now, act.id],
  );
  await tx.sql('UPDATE chats SET waiting = waiting - 1, rev = ? WHERE id = ?', [head.rev, head.chat_id]);
  return people.map(({ user }) => toUserId(user));
}

/** Ends a removal that waited without doing it, with a line that says so. */
export async function callOff(tx: Tx, head: LockedHead, { act, by }: Decision): Promise<void> {
  const n = (JSON.parse(act.payload) as RemovePayload).mids.length;
  const sender = by ?? act.by_mid;
  const [row] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND mid = ?', [head.chat_id, sender]);
  invariant(row, 'who asked or decided was a member');
  const signature = await signatureOf(tx, head, row);
  const told = by === null ? {} : { by: toMemberId(by) };
  await appendSystemLine(tx, head, { mid: toMemberId(sender), ...signature, body: { ev: 'refused', ...told, n } });
  await tx.sql(
    `UPDATE guarded_acts SET state = ${actState.refused}, due_at = NULL, undo_until = ?, decided_by = ?, decided_at = ? WHERE id = ?`,
    // Kept for a while, like the others, and then cleaned away.
    [tx.now + limits.undoMs, by ?? 0, tx.now, act.id],
  );
  await tx.sql('UPDATE chats SET waiting = waiting - 1, rev = ? WHERE id = ?', [head.rev, head.chat_id]);
  await writeHead(tx, head);
}
