import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import { toChatId, toCid, toUserId } from '#protocol/casts.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { appendBatch } from '#server/storage/units/messages/appendMessages.ts';
import type { AppendItem } from '#server/storage/units/messages/appendTypes.ts';
import type { Acting } from './act.ts';
import { findMember } from './findMember.ts';

/** A held message as it is stored. */
export interface HeldMessage {
  chat_id: number;
  sender_mid: number;
  cid: string;
  kind: number;
  body: string;
  body_hash: Uint8Array;
  reply_to: number | null;
  state: number;
  seq: number | null;
}

/** The held message of a member. Throws NOT_FOUND. */
export async function findHeld(tx: Tx, c: number, mid: number, cid: string): Promise<HeldMessage> {
  const [row] = await tx.sql<HeldMessage>(
    'SELECT chat_id, sender_mid, cid, kind, body, body_hash, reply_to, state, seq FROM held_messages WHERE chat_id = ? AND sender_mid = ? AND cid = ?',
    [c, mid, cid],
  );
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** Marks what was decided about a held message. */
export async function closeHeld(tx: Tx, held: HeldMessage, by: number, state: 1 | 2): Promise<void> {
  await tx.sql(
    'UPDATE held_messages SET state = ?, decided_by = ?, decided_at = ? WHERE chat_id = ? AND sender_mid = ? AND cid = ?',
    [state, by, tx.now, held.chat_id, held.sender_mid, held.cid],
  );
}

/**
 * Sends a held message as its sender would have, with the next place and the same cid: so ordinals stay without holes and a late repeat finds it. Answers the
 * place. Throws GONE when the sender is not in the chat any more.
 */
export async function letIn(tx: Tx, acting: Acting, held: HeldMessage): Promise<number> {
  const sender = await findMember(tx, communityOf(acting.head), held.sender_mid);
  if (sender.state !== memberState.joined) throw new AppError('GONE');
  const head: LockedHead = acting.head;
  const item: AppendItem = {
    i: toCid(held.cid),
    k: held.kind,
    b: JSON.parse(held.body) as Record<string, unknown>,
    hash: held.body_hash,
    ...(held.reply_to === null ? {} : { re: held.reply_to }),
  };
  const request = { userId: toUserId(sender.user_id), items: [item] };
  const output = await appendBatch(tx, head, { c: toChatId(held.chat_id), requests: [request] }, { isApproved: true });
  const [answer] = output.answers[0] ?? [];
  if (!answer || !('s' in answer)) throw new AppError('GONE');
  acting.reads.push(...output.reads);
  acting.people.push(...output.settings);
  return answer.s;
}
