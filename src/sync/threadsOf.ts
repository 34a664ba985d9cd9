import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from './changes.ts';
import type { ReadTx } from './ports.ts';

/** All threads here. */
export async function readThreads(tx: ReadTx): Promise<LocalChat[]> {
  const chats = await tx.range('chats', { index: ':primary' });
  return chats.filter(({ meta }) => meta.root !== undefined);
}

/** Threads here that hang in a chat, those in its rooms included. */
export async function threadsOf(tx: ReadTx, c: ChatId): Promise<LocalChat[]> {
  return (await readThreads(tx)).filter(({ meta }) => meta.parent === c || meta.root?.c === c);
}
