import { chatKind } from '#protocol/entities/chat.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { checkName } from './checkName.ts';
import { toNameKey } from './toNameKey.ts';

export interface SetMemberNameInput {
  c: ChatId;
  user: UserId;
  nn: string;
  op: OpId;
}

/** Changes the name by which one is known in a community. Throws NOT_MEMBER, FORBIDDEN (no community), NAME_TAKEN, BAD. */
export const setMemberName = writeUnit(
  async (tx: Tx, input: SetMemberNameInput): Promise<ChatOutcome<{ r: number }>> => {
    const { head, me, a } = await enterChat(tx, input.c, input.user);
    const operation = { userId: input.user, op: input.op, name: 'community.profile' };
    const { result } = await withOp(tx, operation, async () => {
      if (head.kind !== chatKind.community) throw new AppError('FORBIDDEN');
      if (me.nickname === input.nn) return { r: head.rev };
      const key = toNameKey(input.nn);
      await checkName(tx, input.c, input.user, key);
      head.rev += 1;
      head.mrev = head.rev;
      await tx.sql(
        'UPDATE members SET nickname = ?, name_key = ?, pver = pver + 1, rev = ? WHERE chat_id = ? AND user_id = ?',
        [input.nn, key, head.rev, input.c, input.user],
      );
      await writeHead(tx, head);
      return { r: head.rev };
    });
    const change = await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people: [] };
  },
);
