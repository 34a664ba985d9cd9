import { invariant } from '#base/invariant.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import type { OutboxEntry } from '../changes.ts';
import { isKeepAction, keepIdOf, putKeeps, type KeepAction } from '../keptRows.ts';
import { ownLane, readLane } from '../lanes.ts';
import type { Link } from '../link.ts';
import type { WriteTx } from '../ports.ts';
import { readUrev } from '../readUrev.ts';
import type { Settle } from './sendAction.ts';

/** Sends a change of what I keep. */
export async function sendKeep(link: Link, action: KeepAction): Promise<Ack<Settle>> {
  const { op } = action;
  if (action.t === 'keepDrop') {
    const ack = await link.request('keep.drop', { i: action.i, op });
    return ack.ok ? { ok: true, data: (tx, entry) => settleDropped(tx, entry, action.i, ack.data.u) } : ack;
  }
  const ack =
    action.t === 'keep'
      ? await link.request('keep.add', { ...placeOf(action.kept), op })
      : await link.request('keep.note', { i: action.i, x: action.x, op });
  return ack.ok ? { ok: true, data: (tx, entry) => settleKept(tx, entry, ack.data.kept) } : ack;
}

function placeOf({ i, c, s }: Kept) {
  invariant(c !== undefined && s !== undefined, 'a message that is kept has a place');
  return { i, c, s };
}

/** The row went when the person let go of it. Where later changes are known already, one of them may have brought it back, and my wish lay over that. */
async function settleDropped(tx: WriteTx, entry: OutboxEntry, i: Kept['i'], u: number): ReturnType<Settle> {
  await tx.del('outbox', [entry.id]);
  return (await readUrev(tx)) > u ? forgetKept(tx, i) : undefined;
}

/**
 * The server's row takes the place of mine. It may have another id: another device kept the same message before; what waits for mine goes to that one. An answer that is older than what is known (a repeat, or a slow
 * one) is no news: another device has changed the row since, or let go of it, and my wish lay over that.
 */
async function settleKept(tx: WriteTx, entry: OutboxEntry, kept: Kept): ReturnType<Settle> {
  await tx.del('outbox', [entry.id]);
  const mine = isKeepAction(entry.action) ? keepIdOf(entry.action) : kept.i;
  const lane = await readLane(tx, ownLane);
  if (mine !== kept.i) {
    await tx.del('keeps', [mine]);
    const later = lane.flatMap((other) => {
      const { action } = other;
      return isKeepAction(action) && action.t !== 'keep' && action.i === mine
        ? [{ ...other, action: { ...action, i: kept.i } }]
        : [];
    });
    if (later.length > 0) await tx.put('outbox', later);
  }
  const stored = (await tx.get('keeps', kept.i))?.urev ?? 0;
  if (stored > kept.urev || (stored !== kept.urev && (await readUrev(tx)) >= kept.urev)) return forgetKept(tx, kept.i);
  const queued = (await readLane(tx, ownLane)).filter(({ state }) => state === 'queued').map(({ action }) => action);
  await putKeeps(tx, [kept], queued, false);
  return undefined;
}

/** The server is asked what it has; what waits is laid over its whole list. */
async function forgetKept(tx: WriteTx, i: Kept['i']): Promise<'resync'> {
  await tx.del('keeps', [i]);
  await tx.put('meta', [{ key: 'urev', val: 0 }]);
  return 'resync';
}
