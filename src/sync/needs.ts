import { limits } from '#protocol/limits.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalMessage } from './changes.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { countChat } from './merge/countChat.ts';
import { mergeRow } from './merge/mergeRow.ts';
import type { ChatState } from './merge/chatState.ts';

/** Spread of the fetch over time, ms: all members of a chat learn of a change at one instant. */
const spreadMs = 2_000;
const rowsAtOnce = 200;

/** Fetches the content of cached rows of which only the change is known. */
export interface Needs {
  /** Some rows may wait; asks soon. */
  want(): void;
}

/** What fetching needs. `resync`: asks for my list again within so many ms. */
interface Fetching {
  readonly link: Link;
  readonly door: Door;
  readonly resync: (inMs: number) => void;
}

/** Makes the fetcher. The rows themselves remember that they wait, so nothing is lost by a restart. */
export function createNeeds(ctx: EngineContext, to: Fetching): Needs {
  let isPlanned = false;
  /** Chats of which I am told that I am out. Their rows wait: the list tells whether they go or I am back. It is asked for once a chat, lest a chat that stays refused asks without end. */
  const refused = new Set<ChatId>();
  const noteRefusal = (c: ChatId): void => {
    if (!refused.has(c)) to.resync(1_000);
    refused.add(c);
  };
  const fetchAll = async (): Promise<void> => {
    const passed = new Set<ChatId>();
    while (to.link.isLive() && !ctx.isStopped()) {
      const waiting = await ctx.read(['msgs'], (tx) => tx.range('msgs', { index: 'need', limit: rowsAtOnce }));
      const rows = waiting.filter(({ c }) => !passed.has(c));
      if (rows.length === 0) return;
      for (const [c, own] of Map.groupBy(rows, (row) => row.c)) {
        const end = await fetchRows(ctx, to, c, own.slice(0, limits.getSeqsMax));
        if (end === 'later') return;
        if (end === 'stored') refused.delete(c);
        else {
          passed.add(c);
          noteRefusal(c);
        }
      }
    }
  };
  return {
    want() {
      if (isPlanned) return;
      isPlanned = true;
      ctx.after(ctx.rand(spreadMs), () => {
        isPlanned = false;
        ctx.spawn('needed rows', fetchAll);
      });
    },
  };
}

async function fetchRows(
  ctx: EngineContext,
  to: Fetching,
  c: ChatId,
  rows: readonly LocalMessage[],
): Promise<'stored' | 'refused' | 'later'> {
  const seqs = rows.map((row) => row.s);
  const minRev = Math.max(...rows.map((row) => row.need ?? 0));
  const ack = await to.link.read('messages.get', { c, seqs, minRev });
  if (!ack.ok && reactionTo(ack.code) === 'retry') {
    ctx.after(ack.retry ?? 5_000, () => ctx.spawn('needed rows', () => fetchRows(ctx, to, c, rows)));
    return 'later';
  }
  if (!ack.ok) return ack.code === 'NOT_MEMBER' ? 'refused' : 'later';
  const answer = ack.data.rows;
  await to.door.run(() => to.door.change(c, { seqs, unread: true }, (state) => takeRows(state, answer, rows)));
  return 'stored';
}

/** Rows that were left out are ones I may not see: they leave the cache. A row that changed again meanwhile keeps its newer wish. */
function takeRows(
  state: ChatState,
  answer: ReadonlyArray<Parameters<typeof mergeRow>[1]>,
  asked: readonly LocalMessage[],
): ChatState {
  const rows = new Map(state.rows);
  for (const row of answer) rows.set(row.s, mergeRow(rows.get(row.s), row, state.chat.c));
  const found = new Set(answer.map((row) => row.s));
  for (const { s, need } of asked) if (!found.has(s) && rows.get(s)?.need === need) rows.delete(s);
  // A fetched text may say my name, or not any more.
  return countChat({ ...state, rows });
}
