import { canDelete, canReview } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { Cid, MemberId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { excerptOf, recordAct } from '#server/storage/rows/recordAct.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { act, type Acting } from './act.ts';
import type { ActInput, ActOutcome } from './ActOutcome.ts';
import { deleteMessage } from './deleteMessage.ts';
import { findMember } from './findMember.ts';
import { closeHeld, findHeld, letIn, type HeldMessage } from './letIn.ts';

export interface DecideHeldInput extends ActInput {
  u: MemberId;
  i: Cid;
  ok: boolean;
}

/** Lets a held message in or refuses it; leaves a marked one alone or takes it away. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, GONE. */
export const decideHeld = writeUnit((tx, input: DecideHeldInput): Promise<ActOutcome<{ s?: number }>> =>
  act(tx, input, { name: 'held.decide', may: canReview, inRooms: true }, async (acting) => {
    const held = await findHeld(tx, input.c, input.u, input.i);
    if (held.state === 3) return decideMarked(tx, acting, held, input.ok);
    if (held.state !== 0) throw new AppError('GONE');
    return input.ok ? approve(tx, acting, held) : reject(tx, acting, held);
  }),
);

async function decideMarked(tx: Tx, acting: Acting, held: HeldMessage, isFine: boolean): Promise<{ s?: number }> {
  if (!isFine && held.seq !== null) await deleteMessage(tx, acting, held.seq);
  await closeHeld(tx, held, acting.me.mid, isFine ? 1 : 2);
  return {};
}

/** Lets a message in that waited or was refused. */
export async function approve(tx: Tx, acting: Acting, held: HeldMessage): Promise<{ s: number }> {
  const s = await letIn(tx, acting, held);
  await closeHeld(tx, held, acting.me.mid, 1);
  await recordDecision(tx, acting, held, 'approve');
  return { s };
}

async function reject(tx: Tx, acting: Acting, held: HeldMessage): Promise<object> {
  const sender = await findMember(tx, communityOf(acting.head), held.sender_mid);
  if (sender.mid !== acting.me.mid && !canDelete(acting.standing, sender)) throw new AppError('FORBIDDEN');
  await closeHeld(tx, held, acting.me.mid, 2);
  const refused = [held.cid, ...((sender.refused === null ? [] : JSON.parse(sender.refused)) as string[])];
  await tx.sql('UPDATE members SET refused = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [
    JSON.stringify(refused.slice(0, limits.heldPerMemberMax)),
    sender.chat_id,
    sender.user_id,
  ]);
  acting.people.push(toUserId(sender.user_id));
  await recordDecision(tx, acting, held, 'reject');
  return {};
}

function recordDecision(tx: Tx, { me, head }: Acting, held: HeldMessage, what: 'approve' | 'reject'): Promise<void> {
  const x = excerptOf(textOf(JSON.parse(held.body) as Record<string, unknown>));
  return recordAct(tx, { c: communityOf(head), by: me.mid, what, who: held.sender_mid, detail: { x, cid: held.cid } });
}
