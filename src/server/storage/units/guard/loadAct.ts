import { AppError } from '#protocol/errors.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { ActRow } from './actTypes.ts';

/** An act of this chat, read under the chat's lock. Throws NOT_FOUND. */
export async function loadAct(tx: Tx, c: number, id: string): Promise<ActRow> {
  const [act] = await tx.sql<ActRow>('SELECT * FROM guarded_acts WHERE id = ? AND chat_id = ?', [id, c]);
  if (!act) throw new AppError('NOT_FOUND');
  return act;
}

/** Whether this member led the chat before the act, and so may call it off or undo it. */
export const wasGuardian = (act: ActRow, mid: number): boolean => (JSON.parse(act.guardians) as number[]).includes(mid);
