import type { Pin } from '#protocol/entities/chatSettings.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Messages on top of a chat, newest first; some may be over by now. */
export async function readPins(tx: Tx, c: number): Promise<Pin[]> {
  const [chat] = await tx.sql<{ pins: string }>('SELECT pins FROM chats WHERE id = ?', [c]);
  return JSON.parse(chat?.pins ?? '[]') as Pin[];
}
