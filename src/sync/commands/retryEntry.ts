import { laneOf, readLane } from '../lanes.ts';
import type { OutboxAction, OutboxEntry } from '../changes.ts';
import type { WriteTx } from '../ports.ts';
import { releaseUploads } from '../outbox/uploadsOf.ts';
import { newEntry, type CommandContext } from './commandContext.ts';

/** Sends a failed or old entry again, under the same id: if it did arrive, the server says so. Its waiting followers come with it. */
export async function retryEntry(ctx: CommandContext, id: number): Promise<void> {
  await ctx.commit(async (tx) => {
    const entry = await tx.get('outbox', id);
    if (!entry || entry.state === 'acked') return;
    const { action } = entry;
    await releaseUploads(tx, entry);
    if (action.t === 'schedule' && entry.err === 'WINDOW') return sendLate(ctx, tx, entry.id, action);
    const isFollower = (other: OutboxEntry): boolean =>
      action.t === 'send' &&
      (other.action.t === 'edit' || other.action.t === 'unsend') &&
      other.action.target === action.cid &&
      other.old === 1;
    const followers = action.t === 'send' ? (await readLane(tx, laneOf(action.c))).filter(isFollower) : [];
    await tx.put(
      'outbox',
      [entry, ...followers].map((waiting) => released(waiting, ctx.now())),
    );
  });
}

/** Its time was over before the server had it, so the server knows nothing of it: it becomes a message of now, under the same id. */
async function sendLate(
  ctx: CommandContext,
  tx: WriteTx,
  id: number,
  { op: _op, at: _at, ...message }: Extract<OutboxAction, { t: 'schedule' }>,
): Promise<void> {
  await tx.del('outbox', [id]);
  await tx.put('outbox', [newEntry({ ...message, t: 'send' }, ctx.now())]);
}

/** The same entry as if it had just been queued; that it may have been tried stays true. */
export function released({ err: _err, old: _old, ...entry }: OutboxEntry, now: number): OutboxEntry {
  return { ...entry, state: 'queued', tries: 0, nextAt: 0, at: now };
}
