import { canRename } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatFace, RenamePayload } from '#server/storage/units/guard/actTypes.ts';
import { noteAct } from '#server/storage/units/guard/noteAct.ts';
import { relist } from '#server/storage/units/guard/relist.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat, type Entered } from './enterChat.ts';

export interface RenameInput {
  c: ChatId;
  user: UserId;
  title?: string | undefined;
  /** '' takes the description away */
  about?: string | undefined;
  op: OpId;
}

/** Gives a group or community another name or description; what it has already changes nothing. Throws NOT_MEMBER, FORBIDDEN. */
export const renameChat = writeUnit(async (tx: Tx, input: RenameInput): Promise<ChatOutcome<{ r: number }>> => {
  const entered = await enterChat(tx, input.c, input.user);
  const { head, me, a } = entered;
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.meta' }, async () => {
    if (!canRename(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const [chat] = await tx.sql<{ title: string | null; about: string | null }>(
      'SELECT title, about FROM chats WHERE id = ?',
      [input.c],
    );
    const before: ChatFace = {};
    const after: ChatFace = {};
    if (input.title !== undefined && chat?.title !== input.title)
      [before.title, after.title] = [chat?.title ?? null, input.title];
    const about = input.about === '' ? null : input.about;
    if (about !== undefined && chat?.about !== about) [before.about, after.about] = [chat?.about ?? null, about];
    if (Object.keys(after).length > 0) await changeFace(tx, entered, before, after);
    return { r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people: [] };
});

/** A line for each of the two: one rev tells one thing. */
async function changeFace(tx: Tx, { head, me, pver }: Entered, before: ChatFace, after: ChatFace): Promise<void> {
  const mid = toMemberId(me.mid);
  await noteAct<RenamePayload>(tx, { c: head.chat_id, by: me.mid, rev: head.rev, kind: 'rename' }, (so) => ({
    before: { ...before, ...so?.before },
    after: { ...so?.after, ...after },
  }));
  if (typeof after.title === 'string') {
    await appendSystemLine(tx, head, {
      mid,
      pver,
      nickname: me.nickname,
      body: { ev: 'renamed', by: mid, title: after.title },
    });
    await tx.sql('UPDATE chats SET title = ?, rev = ? WHERE id = ?', [after.title, head.rev, head.chat_id]);
  }
  if (after.about !== undefined) {
    await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body: { ev: 'about', by: mid } });
    await tx.sql('UPDATE chats SET about = ?, rev = ? WHERE id = ?', [after.about, head.rev, head.chat_id]);
  }
  await relist(tx, head);
  await writeHead(tx, head);
}
