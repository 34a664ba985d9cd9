import type { ChatId } from '#protocol/ids.ts';
import { highest, laneOf, readLane } from '../lanes.ts';
import type { WriteTx } from '../ports.ts';
import { countOld, forgetRows, lastRows, stayFrom, type Keep } from './evictionRules.ts';

/** Rows of one transaction: with their chat's row well below 200 ms on a slow device. */
const pieceRows = 300;

/** What is to go: what is too old, so many of the oldest rows as long as the last ones stay, or everything that may. */
export type Wish = { keep: Keep } | { rows: number } | 'all';

/** What a piece did. `next`: continue from this seq on; absent when there is nothing more to do. */
export interface PieceDone {
  gone: number;
  next?: number;
}

/**
 * Takes one piece of a chat's oldest messages away, rows and claims in one transaction. A chat with a read mark on its way, or with an acknowledged text that
 * has not come back, is in the middle of something: it is left alone.
 */
export async function evictPiece(tx: WriteTx, c: ChatId, wish: Wish, from = 0): Promise<PieceDone> {
  const nothing = { gone: 0 };
  const [chat, mark, lane] = await Promise.all([tx.get('chats', c), tx.get('marks', c), readLane(tx, laneOf(c))]);
  if (!chat || mark || lane.some(({ state, action, held }) => state === 'acked' && held !== 1 && action.t === 'send'))
    return nothing;
  const end = stayFrom(chat) - 1;
  const below = { index: ':primary', from: [c, from], to: [c, end], limit: pieceRows } as const;
  const [rows, needed, cached] = await Promise.all([
    from > end ? [] : tx.range('msgs', below),
    tx.range('msgs', { index: '[c+need]', from: [c, 0], to: [c, highest] }),
    tx.count('msgs', { from: [c, 0], to: [c, highest] }),
  ]);
  const isAll = rows.length < pieceRows;
  const count = wishedRows(wish, rows, cached);
  const { chat: after, gone } = forgetRows({ chat, lane, needed: needed.map(({ s }) => s), from, rows, isAll }, count);
  const last = rows[count - 1];
  if (!last) return nothing;
  await tx.put('chats', [after]);
  await tx.del(
    'msgs',
    gone.map((s) => [c, s]),
  );
  return { gone: gone.length, ...(count === rows.length && !isAll ? { next: last.s + 1 } : {}) };
}

function wishedRows(wish: Wish, rows: readonly { at: number }[], cached: number): number {
  if (wish === 'all') return rows.length;
  if ('keep' in wish) return countOld(rows, cached, wish.keep);
  return Math.max(0, Math.min(wish.rows, rows.length, cached - lastRows));
}
