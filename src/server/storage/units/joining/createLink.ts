import { canInvite } from '#domain/permissions.ts';
import type { InviteLink } from '#protocol/entities/inviteLink.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { listLiveLinks, toInviteLink, type LinkRow } from './liveLinks.ts';

/** `code`: fresh random text; a repeat of `op` answers the first one. */
export interface CreateLinkInput {
  c: ChatId;
  user: UserId;
  code: string;
  days?: number | undefined;
  uses?: number | undefined;
  op: OpId;
}

const dayMs = 86_400_000;

/** Makes an invite link. It is no change of the chat: nobody's devices hear of it. Throws NOT_MEMBER, FORBIDDEN, FULL. */
export const createLink = writeUnit(async (tx: Tx, input: CreateLinkInput): Promise<{ link: InviteLink }> => {
  const { head, me } = await enterChat(tx, input.c, input.user);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'link.create' }, async () => {
    if (!canInvite(standingOf(head, me))) throw new AppError('FORBIDDEN');
    if ((await listLiveLinks(tx, input.c)).length >= limits.linksMax) throw new AppError('FULL');
    const row: LinkRow = {
      code: input.code,
      chat_id: input.c,
      creator_mid: me.mid,
      created_at: tx.now,
      expires_at: input.days === undefined ? null : tx.now + input.days * dayMs,
      uses: 0,
      max_uses: input.uses ?? null,
      revoked_at: null,
    };
    await tx.sql(
      'INSERT INTO invite_links (code, chat_id, creator_mid, created_at, expires_at, max_uses) VALUES (?, ?, ?, ?, ?, ?)',
      [row.code, row.chat_id, row.creator_mid, row.created_at, row.expires_at, row.max_uses],
    );
    return { link: toInviteLink(row) };
  });
  return result;
});
