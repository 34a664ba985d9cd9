import type { LocalChat, LocalMessage } from '../changes.ts';
import { namesMe } from './countChat.ts';

/**
 * The row with `tell` as it has to be: its seq if it is mine, names me, or lies above the watermark of its chat (a page of history may be ahead of the
 * deltas, and what they bring is then merged into its rows). The same object where that is so already.
 */
export function withTell(row: LocalMessage, { me, sync }: Pick<LocalChat, 'me' | 'sync'>): LocalMessage {
  const tells = row.u === me.mid || row.s > sync.rev || namesMe(row, me.mid);
  if (tells === (row.tell !== undefined)) return row;
  if (tells) return { ...row, tell: row.s };
  const { tell: _tell, ...rest } = row;
  return rest;
}
