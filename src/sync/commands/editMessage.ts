import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { Cid } from '#protocol/ids.ts';
import type { OutboxAction, OutboxEntry } from '../changes.ts';
import { laneOf, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import type { WriteTx } from '../ports.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';
import { followersOf } from '../outbox/dropPending.ts';
import { findMessage } from './findMessage.ts';

type Edit = Extract<OutboxAction, { t: 'edit' }>;

/** Changes a text. What was never tried is changed where it stands; what may have left is followed by an edit. */
export async function editMessage(ctx: CommandContext, input: Parameters<Commands['editMessage']>[0]): Promise<void> {
  const { c, message, b } = input;
  await ctx.commit(async (tx) => {
    const found = await findMessage(tx, c, message);
    if (found.t === 'nowhere') return;
    if (found.t === 'pending') await editPending(ctx, tx, found.entry, b);
    else await queueEdit(ctx, tx, { t: 'edit', c, s: found.s, b, op: ctx.newOp() });
  });
}

/** Changes the text of a message that has not arrived. */
export async function editPending(ctx: CommandContext, tx: WriteTx, entry: OutboxEntry, b: TextBody): Promise<void> {
  const { action } = entry;
  if (action.t !== 'send') return;
  // A failed entry is changed in place too: should an earlier try have arrived after all, the server notices the other text under the same id.
  if (isUntried(entry) || entry.state === 'failed') {
    await dropEdits(tx, entry, action.cid);
    await tx.put('outbox', [{ ...entry, action: { ...action, b } }]);
  } else await queueEdit(ctx, tx, { t: 'edit', c: action.c, target: action.cid, b, op: ctx.newOp() });
}

/** Edits that were queued while the message was in doubt are older words: behind the message they would replace what it says now. */
async function dropEdits(tx: WriteTx, entry: OutboxEntry, cid: Cid): Promise<void> {
  const older = (await followersOf(tx, entry, cid)).filter(({ action }) => action.t === 'edit');
  await tx.del(
    'outbox',
    older.map(({ id }) => id),
  );
}

/** Only the last of several waiting edits of one message is sent. */
async function queueEdit(ctx: CommandContext, tx: WriteTx, edit: Edit): Promise<void> {
  const lane = await readLane(tx, laneOf(edit.c));
  const waiting = lane.find(
    (entry) => entry.action.t === 'edit' && isUntried(entry) && isSameMessage(entry.action, edit),
  );
  if (waiting?.action.t === 'edit') await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, b: edit.b } }]);
  else await tx.put('outbox', [newEntry(edit, ctx.now())]);
}

const isSameMessage = (left: Edit, right: Edit): boolean =>
  (left.s !== undefined && left.s === right.s) || (left.target !== undefined && left.target === right.target);
