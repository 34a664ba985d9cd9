import type { LocalMessage } from '../changes.ts';
import { namesMe } from './countChat.ts';

/** The row with `tell` as it has to be: its seq if it is mine (`me`: my member id) or names me. The same object where that is so already. */
export function withTell(row: LocalMessage, me: number): LocalMessage {
  const tells = row.u === me || namesMe(row, me);
  if (tells === (row.tell !== undefined)) return row;
  if (tells) return { ...row, tell: row.s };
  const { tell: _tell, ...rest } = row;
  return rest;
}
