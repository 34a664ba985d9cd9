import { canInvite, canRevokeLink } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';

export interface RevokeLinkInput {
  c: ChatId;
  user: UserId;
  code: string;
  op: OpId;
}

/** Ends a link of this chat; one that has ended already stays as it is. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND. */
export const revokeLink = writeUnit(async (tx: Tx, input: RevokeLinkInput): Promise<Record<string, never>> => {
  const { head, me } = await enterChat(tx, input.c, input.user);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'link.revoke' }, async () => {
    const standing = standingOf(head, me);
    // Who may not see links does not learn here which ones there are.
    if (!canInvite(standing)) throw new AppError('FORBIDDEN');
    const [link] = await tx.sql<{ creator_mid: number }>(
      'SELECT creator_mid FROM invite_links WHERE code = ? AND chat_id = ?',
      [input.code, input.c],
    );
    if (!link) throw new AppError('NOT_FOUND');
    if (!canRevokeLink(standing, link.creator_mid === me.mid)) throw new AppError('FORBIDDEN');
    await tx.sql('UPDATE invite_links SET revoked_at = ? WHERE code = ? AND revoked_at IS NULL', [tx.now, input.code]);
    return {};
  });
  return result;
});
