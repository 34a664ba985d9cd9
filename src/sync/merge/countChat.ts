import { countUnread } from '#domain/unread.ts';
import type { LocalChat, LocalMessage } from '../changes.ts';
import type { ChatState } from './chatState.ts';

/**
 * First seq whose cached rows a count needs: own rows behind both the read position and my last own message that the server told of, rows that may
 * name me after the server counted my mentions, and rows that I marked unread.
 */
export function countFrom(chat: LocalChat): number {
  const { rs, lo, uf } = chat.me;
  const from = Math.max(rs, Math.min(lo, umRevOf(chat))) + 1;
  return uf === undefined ? from : Math.min(from, uf);
}

/** Rev up to which the server's number of mentions holds. */
export const umRevOf = (chat: LocalChat): number => chat.umRev ?? chat.haveRev;

/** Whether the row says my name, or everybody's. */
export function namesMe(row: LocalMessage, me: number): boolean {
  return row.del === undefined && row.u !== me && (row.ma === 1 || (row.m?.some((member) => member === me) ?? false));
}

/** Sets `unread` and `mentions` from head, standing and cached rows. Rows beyond the head's `n` are left out: the head does not count them yet. */
export function countChat(state: ChatState): ChatState {
  const { chat } = state;
  const { me, head } = chat;
  const ownFrom = Math.max(me.lo, me.rs);
  const own = new Set<number>();
  let named = 0;
  let keptUnread = 0;
  for (const row of state.rows.values()) {
    const isCounted = row.n !== undefined && row.n <= head.n;
    if (isCounted && row.u === me.mid && row.s > ownFrom) own.add(row.s);
    if (row.s > Math.max(me.rs, umRevOf(chat)) && namesMe(row, me.mid)) named += 1;
    if (me.uf !== undefined && isCounted && row.u !== me.mid && row.s >= me.uf && row.s <= me.rs) keptUnread += 1;
  }
  for (const entry of state.outbox) {
    const isSent = entry.action.t === 'send' && entry.state === 'acked' && entry.s !== undefined;
    if (isSent && entry.n !== undefined && entry.n <= head.n && (entry.s as number) > ownFrom)
      own.add(entry.s as number);
  }
  const plain = countUnread({ n: head.n, readN: me.rn, ownAfter: me.oa + own.size });
  const unread = me.uf === undefined ? plain : Math.max(1, plain + keptUnread);
  const mentions = me.um + named;
  if (unread === chat.unread && mentions === chat.mentions) return state;
  return { ...state, chat: { ...chat, unread, mentions } };
}
