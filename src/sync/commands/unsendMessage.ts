import type { OutboxAction, OutboxEntry } from '../changes.ts';
import { laneOf, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import { dropPending, followersOf } from '../outbox/dropPending.ts';
import type { WriteTx } from '../ports.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';
import { findMessage } from './findMessage.ts';

/** Takes a message back. What was never tried simply goes; what may have left is followed by an unsend. */
export async function unsendMessage(
  ctx: CommandContext,
  input: Parameters<Commands['unsendMessage']>[0],
): Promise<void> {
  const { c, message } = input;
  await ctx.commit(async (tx) => {
    const found = await findMessage(tx, c, message);
    if (found.t === 'nowhere') return;
    if (found.t === 'pending') return takeBackPending(ctx, tx, found.entry);
    const lane = await readLane(tx, laneOf(c));
    const isUnsent = lane.some(
      ({ action, state }) => action.t === 'unsend' && action.s === found.s && state !== 'failed',
    );
    if (isUnsent) return;
    // Waiting changes of a message that goes away need not be sent.
    const moot = lane.filter((entry) => isUntried(entry) && concerns(entry.action, found.s));
    await tx.del(
      'outbox',
      moot.map((entry) => entry.id),
    );
    await tx.put('outbox', [newEntry({ t: 'unsend', c, s: found.s, op: ctx.newOp() }, ctx.now())]);
  });
}

/** Removes a message that has not arrived, or queues its unsend if it may have. */
export async function takeBackPending(ctx: CommandContext, tx: WriteTx, entry: OutboxEntry): Promise<void> {
  const { action } = entry;
  if (action.t !== 'send') return;
  const followers = await followersOf(tx, entry, action.cid);
  if (isUntried(entry) || entry.state === 'failed') return dropPending(tx, entry, followers);
  // In doubt: it has to be settled first. An entry that waits for the person's word is released, because the word was given.
  const { old, ...rest } = entry;
  if (old) await tx.put('outbox', [{ ...rest, at: ctx.now() }]);
  if (followers.some((other) => other.action.t === 'unsend')) return;
  await tx.del(
    'outbox',
    followers.filter(isUntried).map((other) => other.id),
  );
  await tx.put('outbox', [newEntry({ t: 'unsend', c: action.c, target: action.cid, op: ctx.newOp() }, ctx.now())]);
}

const concerns = (action: OutboxAction, s: number): boolean =>
  (action.t === 'edit' || action.t === 'react' || action.t === 'vote' || action.t === 'dropLink') && action.s === s;
