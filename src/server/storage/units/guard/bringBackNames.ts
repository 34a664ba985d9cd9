import { AppError } from '#protocol/errors.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import type { ChatRow } from '#server/storage/rows/rowTypes.ts';
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
  await relist(tx, head);
  return { people: [], reads: [] };
}
