import { chatKind } from '#protocol/entities/chatKind.ts';
import { countReaders } from '#domain/receipts.ts';
import type { ReceiptSteps } from '#protocol/entities/receipt.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { checkMinRev, readStanding, type Standing } from './readStanding.ts';
import { toVisibleRow, visibleMessages, type VisibleMessage } from './visibleMessages.ts';

/** A page of a chat as one person sees it; exactly one of `before`, `after`, `around`. */
export interface HistoryWish {
  c: ChatId;
  user: UserId;
  before?: number | undefined;
  after?: number | undefined;
  around?: number | undefined;
  limit: number;
  minRev?: number | undefined;
}

export interface HistoryPage {
  rows: Row[];
  rev: number;
  from: number;
  to: number;
  edge: { start?: 1; end?: 1 };
  rc?: ReceiptSteps;
}

interface Span {
  rows: VisibleMessage[];
  start: boolean;
  end: boolean;
}

/** Reads a page. Its span has no holes: every message the person may see between `from` and `to` is in it. Throws NOT_MEMBER, STALE_NODE. */
export const getHistory = readUnit(async (tx, wish: HistoryWish): Promise<HistoryPage> => {
  const standing = await readStanding(tx, wish.c, wish.user);
  checkMinRev(standing.head, wish.minRev);
  const floor = floorOf(standing.me, standing.head);
  const span = await readSpan(tx, { ...wish, chat: standing.chat });
  const { from, to } = toBounds(wish, span, floor, standing.head.last_seq);
  const rc = await readCounts(tx, standing, span.rows);
  return {
    rows: span.rows.map(toVisibleRow),
    rev: standing.head.rev,
    from,
    to,
    edge: { ...(span.start ? { start: 1 } : {}), ...(span.end ? { end: 1 } : {}) },
    ...(rc ? { rc } : {}),
  };
});

/** A wish with the chat it is about. */
type SpanWish = HistoryWish & Pick<Standing, 'chat'>;

async function readSpan(tx: Tx, wish: SpanWish): Promise<Span> {
  const { limit } = wish;
  if (wish.before !== undefined) {
    const older = await readOlder(tx, wish, wish.before, limit);
    return { rows: older.rows, start: older.isLast, end: false };
  }
  if (wish.after !== undefined) {
    const newer = await readNewer(tx, wish, wish.after, limit);
    return { rows: newer.rows, start: false, end: newer.isLast };
  }
  const around = wish.around ?? Number.MAX_SAFE_INTEGER;
  const half = Math.max(1, Math.floor(limit / 2));
  const newer = await readNewer(tx, wish, around - 1, half);
  const older = await readOlder(tx, wish, around, limit - newer.rows.length);
  // Few newer ones leave room for older ones; the other way round the rest is filled up here.
  const spare = limit - older.rows.length - newer.rows.length;
  const rest =
    spare > 0 && !newer.isLast ? await readNewer(tx, wish, newer.rows.at(-1)?.seq ?? around - 1, spare) : undefined;
  const rows = [...older.rows, ...newer.rows, ...(rest?.rows ?? [])];
  return { rows, start: older.isLast, end: rest ? rest.isLast : newer.isLast };
}

async function readOlder(tx: Tx, wish: SpanWish, before: number, limit: number) {
  if (limit <= 0) return { rows: [], isLast: false };
  const rows = await tx.sql<VisibleMessage>(`${visibleMessages(wish.chat)} AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`, [
    wish.c,
    wish.user,
    before,
    limit + 1,
  ]);
  return { rows: rows.slice(0, limit).reverse(), isLast: rows.length <= limit };
}

async function readNewer(tx: Tx, wish: SpanWish, after: number, limit: number) {
  const rows = await tx.sql<VisibleMessage>(`${visibleMessages(wish.chat)} AND m.seq > ? ORDER BY m.seq LIMIT ?`, [
    wish.c,
    wish.user,
    after,
    limit + 1,
  ]);
  return { rows: rows.slice(0, limit), isLast: rows.length <= limit };
}

/** The span of seqs the page speaks for. It reaches over places without messages (joins, edits) up to the edge or to where the asker's own span begins. */
function toBounds(wish: HistoryWish, { rows, start, end }: Span, floor: number, lastSeq: number) {
  const first = rows.at(0)?.seq;
  const last = rows.at(-1)?.seq;
  const top = Math.max(lastSeq, last ?? 0, floor);
  const from = start ? floor : wish.after !== undefined ? wish.after + 1 : (first ?? floor);
  const to = end ? top : wish.before !== undefined ? wish.before - 1 : (last ?? top);
  return { from, to: Math.max(to, from - 1, 0) };
}

/** Read counts of the page, where a chat has live ones that are not told by the peer's position. */
async function readCounts(
  tx: Tx,
  { chat }: Standing,
  rows: readonly VisibleMessage[],
): Promise<ReceiptSteps | undefined> {
  const counted = rows.filter(({ n }) => n !== null);
  if (chat.kind !== chatKind.group || chat.receipts === 0 || counted.length === 0) return undefined;
  const members = await tx.sql<{ mid: number; read_seq: number; join_rev: number }>(
    'SELECT mid, read_seq, join_rev FROM members WHERE chat_id = ? AND read_seq >= ?',
    [chat.id, counted[0]?.seq ?? 0],
  );
  const readers = members.map((row) => ({ mid: row.mid, readSeq: row.read_seq, joinRev: row.join_rev }));
  const steps: ReceiptSteps = [];
  for (const { seq, sender_mid: sender } of counted) {
    const count = countReaders(readers, seq, sender);
    if (steps.at(-1)?.[1] !== count) steps.push([seq, count]);
  }
  return steps;
}
