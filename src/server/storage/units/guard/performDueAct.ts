import type { UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { actState, type ActRow } from './actTypes.ts';
import { carryOut } from './carryOut.ts';

/** Does the oldest removal whose day is over. Answers undefined when there is none; several nodes may ask at once. */
export const performDueAct = writeUnit(async (tx: Tx): Promise<ChatOutcome<{ r: number }> | undefined> => {
  const [due] = await tx.sql<ActRow>(
    `SELECT * FROM guarded_acts WHERE state = ${actState.waiting} AND due_at <= ? ORDER BY due_at LIMIT 1`,
    [tx.now],
  );
  if (!due) return undefined;
  const c = toChatId(due.chat_id);
  const head = await lockHead(tx, c);
  const a = head.rev;
  // Another node, or an admin, may have been faster.
  const [act] = await tx.sql<ActRow>('SELECT * FROM guarded_acts WHERE id = ?', [due.id]);
  const people: UserId[] = act?.state === actState.waiting ? await carryOut(tx, head, { act, by: null }) : [];
  const change = await readChange(tx, c, a);
  return { result: { r: head.rev }, ...(change ? { change } : {}), people };
});
