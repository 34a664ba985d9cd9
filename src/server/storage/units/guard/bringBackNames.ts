import { pictureOf } from '#domain/faceId.ts';
import { AppError } from '#protocol/errors.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { ChatRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { ChatFace, RenamePayload } from './actTypes.ts';
import { relist } from './relist.ts';
import type { Undoing, Undone } from './undoTypes.ts';

const fields = ['title', 'about', 'avatar'] as const satisfies (keyof ChatFace)[];

/** Gives back name, description and picture of before, as far as they are still what the act made of them. */
export async function bringBackNames({ tx, head, act, line }: Undoing): Promise<Undone> {
  const { before, after } = JSON.parse(act.payload) as RenamePayload;
  const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [head.chat_id]);
  const back = fields.filter((field) => before[field] !== undefined && chat?.[field] === after[field]);
  if (back.length === 0) throw new AppError('GONE');
  const title = back.includes('title') && typeof before.title === 'string' ? { title: before.title } : {};
  await appendSystemLine(tx, head, line({ ev: 'undone', act: 'rename', ...title }));
  await tx.sql(`UPDATE chats SET ${back.map((field) => `${field} = ?, `).join('')}rev = ? WHERE id = ?`, [
    ...back.map((field) => before[field] ?? null),
    head.rev,
    head.chat_id,
  ]);
  if (back.includes('avatar')) await swapPictures(tx, before.avatar, after.avatar);
  await relist(tx, head);
  return { people: [], reads: [] };
}

/** The picture of before is shown again, the one that took its place goes. */
async function swapPictures(
  tx: Tx,
  before: string | null | undefined,
  after: string | null | undefined,
): Promise<void> {
  const [shown, gone] = [pictureOf(before), pictureOf(after)];
  if (shown !== undefined) await tx.sql('UPDATE media SET deleted_at = NULL WHERE id = ?', [shown]);
  if (gone !== undefined) await tx.sql('UPDATE media SET deleted_at = ? WHERE id = ?', [tx.now, gone]);
}
