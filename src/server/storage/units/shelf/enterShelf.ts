import type { Standing } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { requireSend } from '#server/storage/rows/requireSend.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import { enterSeat, type Entered } from '#server/storage/units/chats/enterChat.ts';
import { checkWords } from '#server/storage/units/messages/checkEdit.ts';
import type { ShelfView } from './shelfRows.ts';

/** Who does something at the shelf of which chat. */
export interface ShelfActor {
  c: ChatId;
  user: UserId;
  op: OpId;
}

/** The chat under lock, so that changes of its shelf come one after the other, and the member at it. `hiddenFor`: of a 1:1 chat, the other person, if he has blocked this one: what is made now is not for him. */
export interface AtShelf extends Entered {
  standing: Standing;
  view: ShelfView;
  hiddenFor: number | null;
}

/** Steps up to the shelf of a chat. Throws NOT_MEMBER. */
export async function enterShelf(tx: Tx, { c, user }: ShelfActor): Promise<AtShelf> {
  const entered = await enterSeat(tx, c, user);
  const { head, me } = entered;
  return {
    ...entered,
    standing: standingOf(head, me),
    view: { c: head.chat_id, kind: head.kind, parent: head.parent_id, mid: me.mid },
    hiddenFor: head.kind === chatKind.dm ? await findBlocker(tx, c, user) : null,
  };
}

async function findBlocker(tx: Tx, c: ChatId, user: UserId): Promise<number | null> {
  const [row] = await tx.sql<{ mid: number }>(
    `SELECT o.mid FROM members o JOIN contacts k ON k.user_id = o.user_id AND k.peer_id = ? AND k.state = 3 WHERE o.chat_id = ? AND o.user_id <> ?`,
    [user, c, user],
  );
  return row?.mid ?? null;
}

/** Throws what keeps this member from writing in the chat now. */
export const checkMayAdd = ({ standing, me }: AtShelf, now: number): void => requireSend(standing, me, now);

/** {@link checkMayAdd}, and FILTERED where the rules of the chat would keep such words from its members: nobody decides later about what is on the shelf. */
export async function checkMayWrite(tx: Tx, { head, me }: AtShelf, text: string): Promise<void> {
  await checkWords(tx, head, me, text);
}
