import { canRename } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { RenamePayload } from '#server/storage/units/guard/actTypes.ts';
import { noteAct } from '#server/storage/units/guard/noteAct.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterChat } from './enterChat.ts';

/** `picture`: `m:<id>`, null takes it away. */
export interface ChatPictureInput {
  c: ChatId;
  user: UserId;
  picture: string | null;
  op: OpId;
}

/**
 * Gives a chat another picture; the one it has already changes nothing. The one before can be brought back for three days, and is then deleted. Throws NOT_MEMBER, FORBIDDEN, and NOT_FOUND for
 * what is not a fresh upload of this person for a chat.
 */
export const setChatPicture = writeUnit(
  async (tx: Tx, input: ChatPictureInput): Promise<ChatOutcome<{ r: number }>> => {
    const { head, me, a, pver } = await enterChat(tx, input.c, input.user);
    const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.picture' }, async () => {
      if (!canRename(standingOf(head, me))) throw new AppError('FORBIDDEN');
      const [chat] = await tx.sql<{ avatar: string | null }>('SELECT avatar FROM chats WHERE id = ?', [input.c]);
      const old = chat?.avatar ?? null;
      if (old === input.picture) return { r: head.rev };
      const mid = toMemberId(me.mid);
      await noteAct<RenamePayload>(tx, { c: input.c, by: me.mid, rev: head.rev, kind: 'rename' }, (so) => ({
        before: { avatar: old, ...so?.before },
        after: { ...so?.after, avatar: input.picture },
      }));
      const use = { owner: input.user, purpose: 'chat', as: mediaUse.chat, c: input.c } as const;
      await replacePicture(tx, { old, next: input.picture, ...use });
      await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body: { ev: 'picture', by: mid } });
      await tx.sql('UPDATE chats SET avatar = ?, rev = ? WHERE id = ?', [input.picture, head.rev, input.c]);
      await writeHead(tx, head);
      return { r: head.rev };
    });
    const change = await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people: [] };
  },
);
