import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage } from '../changes.ts';
import { highest } from '../lanes.ts';
import type { LocalStore, ReadTx } from '../ports.ts';

/** Rows of a chat whose size stands for all of them. */
const sampleRows = 20;
/** What a row costs beside its own text: key, indexes, page overhead; bytes, roughly. */
const rowOverhead = 100;

/** How much of one chat is on the device. */
export interface ChatSize {
  rows: number;
  /** estimated: number of rows × average size of the newest ones */
  bytes: number;
}

/** Measures one chat's messages; needs the table `msgs`. */
export async function measureChat(tx: ReadTx, c: ChatId): Promise<ChatSize> {
  const whole = { from: [c, 0], to: [c, highest] } as const;
  const [rows, sample] = await Promise.all([
    tx.count('msgs', whole),
    tx.range('msgs', { index: ':primary', ...whole, reverse: true, limit: sampleRows }),
  ]);
  const sampled = sample.reduce((sum, row) => sum + sizeOf(row), 0);
  return { rows, bytes: rows === 0 ? 0 : Math.round((rows * sampled) / sample.length) };
}

/** Measures chats one after the other, a short transaction each, so that nobody waits for long. */
export async function measureChats(
  read: LocalStore['read'],
  chats: readonly LocalChat[],
): Promise<Map<ChatId, ChatSize>> {
  const sizes = new Map<ChatId, ChatSize>();
  for (const { c } of chats) sizes.set(c, await read(['msgs'], (tx) => measureChat(tx, c)));
  return sizes;
}

/** Bytes a row takes: browsers keep text outside of Latin-1 in two bytes a character. */
export function sizeOf(row: LocalMessage): number {
  const text = JSON.stringify(row);
  const isWide = /[^\u0020-\u00FF]/.test(text);
  return text.length * (isWide ? 2 : 1) + rowOverhead;
}
