import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from './changes.ts';
import type { ReadTx } from './ports.ts';

/** Threads here that hang in a chat, those in its rooms included. */
export async function threadsOf(tx: ReadTx, c: ChatId): Promise<LocalChat[]> {
  const chats = await tx.range('chats', { index: ':primary' });
  return chats.filter(({ meta }) => meta.root !== undefined && (meta.parent === c || meta.root.c === c));
}
