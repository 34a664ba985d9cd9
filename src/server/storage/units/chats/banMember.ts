import { canBan, hasRight } from '#domain/permissions.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, OpId, UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { removePeople } from '#server/storage/units/guard/removePeople.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat } from './enterChat.ts';
import { stampUrevs } from './stampUrevs.ts';

export interface BanInput {
  c: ChatId;
  user: UserId;
  member: MemberId;
  ban: boolean;
  op: OpId;
}

/**
 * Keeps an account out of a chat, or lets it come in again; who is in is removed by it, which may wait (`act`). Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND
 * (never was here), WINDOW (an earlier removal of the asker waits).
 */
export const banMember = writeUnit(
  async (tx: Tx, input: BanInput): Promise<ChatOutcome<{ r: number; act?: ActId }>> => {
    const entered = await enterChat(tx, input.c, input.user);
    const { head, me, a } = entered;
    const people: UserId[] = [];
    const operation = { userId: input.user, op: input.op, name: 'chat.ban' };
    const { result, isRepeat } = await withOp(tx, operation, async () => {
      const standing = standingOf(head, me);
      if (!hasRight(standing, 'ban')) throw new AppError('FORBIDDEN');
      const [other] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND mid = ?', [
        input.c,
        input.member,
      ]);
      if (!other) throw new AppError('NOT_FOUND');
      if ((other.state === memberState.banned) === input.ban) return { r: head.rev };
      if (input.ban && !canBan(standing, other)) throw new AppError('FORBIDDEN');
      if (input.ban && other.state === memberState.joined) {
        const { users, ...answer } = await removePeople(tx, entered, [other], true);
        people.push(...users);
        return answer;
      }
      await setAbsence(tx, head, other, input.ban ? memberState.banned : memberState.left);
      people.push(toUserId(other.user_id));
      return { r: head.rev };
    });
    const change = isRepeat ? undefined : await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people };
  },
);

/** Somebody who is not in: nobody but those who lead the chat has to hear of it, so it takes a rev without a line. */
async function setAbsence(tx: Tx, head: LockedHead, other: MemberRow, state: number): Promise<void> {
  head.rev += 1;
  await tx.sql('UPDATE members SET state = ?, rev = ?, mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [
    state,
    head.rev,
    other.chat_id,
    other.user_id,
  ]);
  head.mrev = head.rev;
  await writeHead(tx, head);
  await stampUrevs(tx, toChatId(head.chat_id), [toUserId(other.user_id)]);
}
