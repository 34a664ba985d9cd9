import { limits } from '#protocol/limits.ts';
import { reactionTo, type Ack } from '#protocol/errors.ts';
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
/** After this time a request that was lost is repeated, unless the server says when, ms. */
const repeatMs = 5_000;

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
        const ack = await fetchRows(to, c, own.slice(0, limits.getSeqsMax));
        if (ack.ok) refused.delete(c);
        else if (ack.code === 'NOT_MEMBER') {
          passed.add(c);
          noteRefusal(c);
        } else {
          if (reactionTo(ack.code) === 'retry') plan(ack.retry ?? repeatMs);
          return;
        }
      }
    }
  };
  const plan = (inMs: number): void => {
    if (isPlanned) return;
    isPlanned = true;
    ctx.after(inMs, () => {
      isPlanned = false;
      ctx.spawn('needed rows', fetchAll);
    });
  };
  return { want: () => plan(ctx.rand(spreadMs)) };
}

async function fetchRows({ link, door }: Fetching, c: ChatId, rows: readonly LocalMessage[]): Promise<Ack<unknown>> {
  const seqs = rows.map((row) => row.s);
  const minRev = Math.max(...rows.map((row) => row.need ?? 0));
  const ack = await link.read('messages.get', { c, seqs, minRev });
  if (ack.ok)
    await door.run(() => door.change(c, { seqs, unread: true }, (state) => takeRows(state, ack.data.rows, rows)));
  return ack;
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
