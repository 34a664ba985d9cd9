import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
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
  nn?: string | undefined;
  /** `m:<id>`; null takes it away, absent leaves it */
  picture?: string | null | undefined;
  op: OpId;
}

/**
 * Changes the name and picture by which one is known in a community. Throws NOT_MEMBER, FORBIDDEN (no community), NAME_TAKEN, BAD, and NOT_FOUND for a picture
 * that is not a fresh upload of theirs.
 */
export const setMemberName = writeUnit(
  async (tx: Tx, input: SetMemberNameInput): Promise<ChatOutcome<{ r: number }>> => {
    const { head, me, a } = await enterChat(tx, input.c, input.user);
    const operation = { userId: input.user, op: input.op, name: 'community.profile' };
    const { result } = await withOp(tx, operation, async () => {
      if (head.kind !== chatKind.community) throw new AppError('FORBIDDEN');
      const { nn = me.nickname ?? '', picture = me.avatar } = input;
      if (me.nickname === nn && me.avatar === picture) return { r: head.rev };
      const key = toNameKey(nn);
      if (me.nickname !== nn) await checkName(tx, input.c, input.user, key);
      const use = { owner: input.user, purpose: 'avatar', as: mediaUse.member, c: input.c } as const;
      await replacePicture(tx, { old: me.avatar, next: picture, ...use });
      head.rev += 1;
      head.mrev = head.rev;
      await tx.sql(
        'UPDATE members SET nickname = ?, name_key = ?, avatar = ?, pver = pver + 1, rev = ? WHERE chat_id = ? AND user_id = ?',
        [nn, key, picture, head.rev, input.c, input.user],
      );
      await writeHead(tx, head);
      return { r: head.rev };
    });
    const change = await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people: [] };
  },
);
