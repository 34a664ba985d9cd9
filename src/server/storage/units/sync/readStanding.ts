import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { findRoomSeat } from '#server/storage/rows/loadSeat.ts';
import { loadRoomFrame } from '#server/storage/rows/roomFrame.ts';
import type { ChatRow, HeadRow, MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A person's place in a chat: his member row, the head and the slow part of the chat. */
export interface Standing {
  me: MemberRow;
  head: HeadRow;
  chat: ChatRow;
  /** of a room: the settings that hold there, JSON of ChatSettings */
  settings?: string;
}

/** The standing of a joined member; in a room, of a member of its community. Throws NOT_MEMBER for strangers, people who left, and chats that do not exist. */
export async function readStanding(tx: Tx, c: ChatId, user: UserId): Promise<Standing> {
  const { me, isRoom } = await findSeat(tx, c, user);
  const [head] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [c]);
  invariant(head && chat, 'a member row has a chat');
  if (chat.deleted_at !== null) throw new AppError('NOT_MEMBER');
  if (!isRoom) return { me, head, chat };
  const { settings, live_floor } = await loadRoomFrame(tx, head);
  return { me, head: { ...head, live_floor }, chat, settings };
}

/** Member rows first: rooms are the rarer case. */
async function findSeat(tx: Tx, c: ChatId, user: UserId): Promise<{ me: MemberRow; isRoom: boolean }> {
  const [me] = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? AND user_id = ?', [c, user]);
  if (me?.state === memberState.joined) return { me, isRoom: false };
  const seat = me ? undefined : await findRoomSeat(tx, c, user);
  if (!seat) throw new AppError('NOT_MEMBER');
  return { me: seat, isRoom: true };
}

/** Refuses with STALE_NODE when this copy of the database has not reached what the asker already knows. */
export function checkMinRev(head: HeadRow, minRev: number | undefined): void {
  if (minRev !== undefined && minRev > head.rev) throw new AppError('STALE_NODE', { retry: 200 });
}
