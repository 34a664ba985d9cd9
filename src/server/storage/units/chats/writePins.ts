import type { Pin } from '#protocol/entities/chatSettings.ts';
import type { HeadRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Stores the messages on top of a chat at the head's rev, which the caller has raised for it. */
export async function writePins(tx: Tx, head: Pick<HeadRow, 'chat_id' | 'rev'>, pins: readonly Pin[]): Promise<void> {
  await tx.sql('UPDATE chats SET pins = ?, rev = ? WHERE id = ?', [JSON.stringify(pins), head.rev, head.chat_id]);
}
