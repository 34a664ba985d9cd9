import type { SystemBody } from '#protocol/entities/messages.ts';
import { toMemberId } from '#protocol/casts.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { AtShelf } from './enterShelf.ts';

/** Writes into the chat that something was put on its shelf. What is kept from the other person leaves no line either. */
export async function tellMade(
  tx: Tx,
  { head, me, pver, hiddenFor }: AtShelf,
  body: Omit<SystemBody, 'by'>,
): Promise<void> {
  if (hiddenFor !== null) return;
  const mid = toMemberId(me.mid);
  await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body: { ...body, by: mid } });
  await writeHead(tx, head);
}
