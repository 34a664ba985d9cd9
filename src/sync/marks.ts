import { limits } from '#protocol/limits.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { MarkRow } from './changes.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import { putReadStates } from './inbox.ts';
import type { Link } from './link.ts';
import type { WriteTx } from './ports.ts';

/** At most one request in this time, ms; the last position of each chat wins. */
const pauseMs = 1_000;
/** Time before a mark that the server could not take whole is offered again, ms. */
const repeatMs = 5_000;

/** Delivers read positions. */
export interface Marks {
  /** Some mark may wait. */
  flush(): void;
}

/** Makes the deliverer. A mark stays stored until the server confirms at least its present value. */
export function createMarks(ctx: EngineContext, link: Link, door: Door): Marks {
  let isRunning = false;
  let isAsked = false;

  const sendAll = async (): Promise<number> => {
    const all = await ctx.read(['marks'], (tx) => tx.range('marks', { index: ':primary' }));
    const marks = all.slice(0, limits.readMarksMax);
    if (marks.length === 0) return 0;
    const ack = await link.request('read.mark', { items: marks.map(({ c, s }): [ChatId, number] => [c, s]) });
    if (!ack.ok) return reactionTo(ack.code) === 'retry' ? Math.max(repeatMs, ack.retry ?? 0) : 0;
    const left = await door.run(() => ctx.commit((tx) => settleMarks(tx, marks, ack.data.items)));
    // Those that did not fit follow.
    if (left.grown || all.length > marks.length) isAsked = true;
    return left.refused ? repeatMs : pauseMs;
  };
  const flush = (): void => {
    isAsked = true;
    if (isRunning || !link.isLive() || ctx.isStopped()) return;
    isRunning = true;
    isAsked = false;
    ctx.spawn('read marks', async () => {
      let pause = pauseMs;
      try {
        pause = await sendAll();
      } finally {
        const isRepeated = pause > pauseMs;
        ctx.after(pause, () => {
          isRunning = false;
          if (isAsked || isRepeated) flush();
        });
      }
    });
  };
  return { flush };
}

/** Stores what the server answered; tells whether marks grew meanwhile, and whether one could not be taken whole. */
async function settleMarks(
  tx: WriteTx,
  asked: readonly MarkRow[],
  items: Parameters<typeof putReadStates>[1],
): Promise<{ grown: boolean; refused: boolean }> {
  const acked = new Map(items.map((item) => [item[0], item[1]]));
  const left = { grown: false, refused: false };
  for (const { c, s } of asked) {
    const mark = await tx.get('marks', c);
    const position = acked.get(c);
    // A chat that was left out is not mine any more.
    if (position === undefined || (mark && position >= mark.s)) await tx.del('marks', [c]);
    else if (position < s) left.refused = true;
    else if (mark) left.grown = true;
  }
  await putReadStates(tx, items);
  return left;
}
