import { canRename } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import { toMemberId, type ChatId, type OpId, type UserId } from '#protocol/ids.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat } from './enterChat.ts';

export interface RenameInput {
  c: ChatId;
  user: UserId;
  title: string;
  op: OpId;
}

/** Gives a group another name; the one it has already changes nothing. Throws NOT_MEMBER, FORBIDDEN. */
export const renameChat = writeUnit(async (tx: Tx, input: RenameInput): Promise<ChatOutcome<{ r: number }>> => {
  const { head, me, a, pver } = await enterChat(tx, input.c, input.user);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.meta' }, async () => {
    if (!canRename(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const [chat] = await tx.sql<{ title: string | null }>('SELECT title FROM chats WHERE id = ?', [input.c]);
    if (chat?.title === input.title) return { r: head.rev };
    const mid = toMemberId(me.mid);
    await appendSystemLine(tx, head, { mid, pver, body: { ev: 'renamed', by: mid, title: input.title } });
    await tx.sql('UPDATE chats SET title = ?, rev = ? WHERE id = ?', [input.title, head.rev, input.c]);
    await writeHead(tx, head);
    return { r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people: [] };
});
