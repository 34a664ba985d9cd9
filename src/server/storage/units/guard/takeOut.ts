import { memberState } from '#protocol/entities/memberState.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import { appendLine } from '#server/storage/rows/appendLine.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { removeMember } from '#server/storage/units/chats/removeMember.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import type { RemovedPerson } from './actTypes.ts';

/** Who takes out whom, and whether they are banned too. `pver`, `nickname`: of who does it, for the line. */
export interface TakingOut {
  by: number;
  pver: number;
  nickname: string | null;
  others: readonly MemberRow[];
  ban: boolean;
}

/** Ends the memberships of joined people at one rev, with one line, and stores the head. Answers what an undo needs. */
export async function takeOut(
  tx: Tx,
  head: LockedHead,
  { by, pver, nickname, others, ban }: TakingOut,
): Promise<RemovedPerson[]> {
  const mid = toMemberId(by);
  const who = others.map((other) => toMemberId(other.mid));
  const body = { ev: ban ? ('banned' as const) : ('removed' as const), by: mid, who };
  await appendLine(tx, head, { mid, pver, nickname, body });
  for (const one of who) await recordAct(tx, { c: head.chat_id, by, what: ban ? 'ban' : 'kick', who: one });
  const state = ban ? memberState.banned : memberState.kicked;
  for (const other of others) await removeMember(tx, head, other, state);
  await writeHead(tx, head);
  const users = others.map((other): UserId => toUserId(other.user_id));
  await stampUrevs(tx, toChatId(head.chat_id), users);
  return others.map((other) => ({
    user: other.user_id,
    mid: other.mid,
    role: other.role,
    roleAt: other.role_at,
    rev: head.rev,
    at: tx.now,
  }));
}
