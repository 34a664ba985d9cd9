import { wordsOf } from '#domain/sentWords.ts';
import { limits } from '#protocol/limits.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Cid } from '#protocol/ids.ts';
import type { OutboxEntry } from '../changes.ts';
import { highest, readLane } from '../lanes.ts';
import type { WriteTx } from '../ports.ts';
import { holdBack, type HoldBook } from './holdBack.ts';
import { fileIdsOf } from './uploadsOf.ts';

/** Older entries wait for the person's word, ms. */
export const askAfterMs = 7 * 24 * 3_600_000;
/** Text of one request, in characters; the server refuses frames above 64 KB. */
const batchChars = 20_000;
/** How far back a message of mine is searched by its cid when nothing else knows its position. */
const searchRows = 500;

/** What goes to the server next from one lane: a run of sends, or one other action. Already marked as tried in the store. */
export type Work = OutboxEntry[] | undefined;

/** How a lane treats what is behind files that are still going up. `onHeld`: a message waits for them, this long at most, ms. */
export interface LaneHold {
  book: HoldBook;
  onHeld(leftMs: number): void;
}

/**
 * Takes the front of a lane and marks it as tried, in one transaction, so that exactly this snapshot is sent and whoever wants to change it afterwards
 * sees that it may have left. `isSolo`: one send at a time, after a batch was refused as a whole.
 */
export async function pickWork(
  tx: WriteTx,
  lane: string,
  now: number,
  { isSolo, hold }: { isSolo: boolean; hold?: LaneHold },
): Promise<Work> {
  const entries = (await readLane(tx, lane)).filter((entry) => entry.state === 'queued' && !entry.old);
  const tooOld = entries.filter((entry) => entry.at + askAfterMs < now);
  if (tooOld.length > 0)
    await tx.put(
      'outbox',
      tooOld.map((entry) => ({ ...entry, old: 1 as const })),
    );
  const ready: OutboxEntry[] = [];
  const current = entries.filter((candidate) => !tooOld.includes(candidate));
  for (const entry of hold ? await passFiles(tx, current, hold) : current) {
    const named = await withPosition(tx, entry);
    if (named) ready.push(named);
  }
  const [front] = ready;
  if (!front) return undefined;
  const run = front.action.t === 'send' ? firstSends(ready, isSolo) : [front];
  const tried = run.map((entry) => (entry.tried === 1 ? entry : { ...entry, tried: 1 as const }));
  const fresh = tried.filter((entry, index) => entry !== run[index]);
  if (fresh.length > 0) await tx.put('outbox', fresh);
  return tried;
}

/** What need not wait for files. A message that has waited for long enough goes ahead: what was before it and waits gets a new number, and so stands behind it. */
async function passFiles(tx: WriteTx, entries: readonly OutboxEntry[], hold: LaneHold): Promise<OutboxEntry[]> {
  const ids = entries.flatMap(fileIdsOf);
  const rows = ids.length > 0 ? await tx.getMany('uploads', ids) : [];
  const files = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const { ready, behind, leftMs } = holdBack(entries, files, hold.book);
  if (leftMs !== undefined) hold.onHeld(leftMs);
  if (behind.length === 0) return ready;
  await tx.del(
    'outbox',
    behind.map(({ id }) => id),
  );
  await tx.put(
    'outbox',
    behind.map(({ id: _id, ...entry }) => entry),
  );
  return ready;
}

/** Sends from the front of the lane, as many as one request takes; the first action of another kind ends the run. */
function firstSends(ready: readonly OutboxEntry[], isSolo: boolean): OutboxEntry[] {
  const run: OutboxEntry[] = [];
  let chars = 0;
  for (const entry of ready) {
    if (entry.action.t !== 'send') break;
    chars += wordsOf(entry.action.b).length;
    const isFull = run.length >= (isSolo ? 1 : limits.sendItemsMax) || chars > batchChars;
    if (run.length > 0 && isFull) break;
    run.push(entry);
  }
  return run;
}

/** An edit or unsend of a message whose position is not known yet waits for it, without holding up what comes behind. */
async function withPosition(tx: WriteTx, entry: OutboxEntry): Promise<OutboxEntry | undefined> {
  const { action } = entry;
  if ((action.t !== 'edit' && action.t !== 'unsend') || action.s !== undefined) return entry;
  const s = action.target === undefined ? undefined : await findPosition(tx, entry, action.target);
  return s === undefined ? undefined : { ...entry, action: { ...action, s } };
}

async function findPosition(tx: WriteTx, { action, lane }: OutboxEntry, cid: Cid): Promise<number | undefined> {
  if (action.t !== 'edit' && action.t !== 'unsend') return undefined;
  const target = (await readLane(tx, lane)).find((other) => other.action.t === 'send' && other.action.cid === cid);
  if (target) return target.s;
  const chat = await tx.get('chats', action.c);
  if (chat?.me.st !== memberState.joined) return undefined;
  const rows = await tx.range('msgs', {
    index: ':primary',
    from: [action.c, 0],
    to: [action.c, highest],
    reverse: true,
    limit: searchRows,
  });
  return rows.find((row) => row.i === cid && row.u === chat.me.mid)?.s;
}
