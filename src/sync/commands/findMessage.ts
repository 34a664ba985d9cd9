import type { ChatId, Cid } from '#protocol/ids.ts';
import type { OutboxEntry } from '../changes.ts';
import { highest } from '../lanes.ts';
import type { MessageRef } from '../commands.ts';
import type { ReadTx } from '../ports.ts';

/** How far back a message that has just left the outbox is searched by its cid. */
const searchRows = 200;

/** Where a message is now: still an outbox row, or a row with a position. Nowhere = it was removed meanwhile. */
export type Found = { t: 'pending'; entry: OutboxEntry } | { t: 'row'; s: number } | { t: 'nowhere' };

/** Finds a message; between the screen and this transaction it may have moved from the outbox to the chat. */
export async function findMessage(tx: ReadTx, c: ChatId, message: MessageRef): Promise<Found> {
  if ('s' in message) return { t: 'row', s: message.s };
  const entry = await findSend(tx, c, message.cid);
  if (entry) return entry.s === undefined ? { t: 'pending', entry } : { t: 'row', s: entry.s };
  const me = (await tx.get('chats', c))?.me.mid;
  const newest = { index: ':primary', from: [c, 0], to: [c, highest], reverse: true, limit: searchRows } as const;
  const row = (await tx.range('msgs', newest)).find((candidate) => candidate.i === message.cid && candidate.u === me);
  return row ? { t: 'row', s: row.s } : { t: 'nowhere' };
}

async function findSend(tx: ReadTx, c: ChatId, cid: Cid): Promise<OutboxEntry | undefined> {
  const entries = await tx.range('outbox', { index: 'i', from: cid, to: cid });
  return entries.find(({ action }) => action.t === 'send' && action.c === c);
}
