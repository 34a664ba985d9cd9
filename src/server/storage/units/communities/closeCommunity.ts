import { canClose } from '#domain/permissions.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { noteAct } from '#server/storage/units/guard/noteAct.ts';
import { relist } from '#server/storage/units/guard/relist.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';

export interface CloseInput {
  c: ChatId;
  user: UserId;
  op: OpId;
}

/** Ends a community for everybody, in a way that can be undone. Throws NOT_MEMBER, FORBIDDEN (not its owner, or closed already). */
export const closeCommunity = writeUnit(async (tx: Tx, input: CloseInput): Promise<ChatOutcome<{ r: number }>> => {
  const { head, me, a, pver } = await enterChat(tx, input.c, input.user);
  const operation = { userId: input.user, op: input.op, name: 'community.close' };
  const { result, isRepeat } = await withOp(tx, operation, async () => {
    // A room ends with its community, not by itself.
    if (head.parent_id !== null || !canClose(standingOf(head, me))) throw new AppError('FORBIDDEN');
    await noteAct(tx, { c: head.chat_id, by: me.mid, rev: head.rev, kind: 'close' }, () => ({}));
    const mid = toMemberId(me.mid);
    await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body: { ev: 'closed', by: mid } });
    await writeEnd(tx, head, tx.now);
    await writeHead(tx, head);
    return { r: head.rev };
  });
  const change = isRepeat ? undefined : await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people: [] };
});

/** Sets since when a community is closed, or opens it again, at the head's rev. What Discover shows follows. */
export async function writeEnd(tx: Tx, head: LockedHead, over: number | undefined): Promise<void> {
  const { over: _before, ...rest } = JSON.parse(head.settings) as ChatSettings;
  head.settings = JSON.stringify({ ...rest, ...(over === undefined ? {} : { over }) });
  await tx.sql('UPDATE chats SET settings = ?, rev = ? WHERE id = ?', [head.settings, head.rev, head.chat_id]);
  await relist(tx, head);
}
