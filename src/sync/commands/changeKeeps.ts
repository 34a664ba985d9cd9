import type { Kept } from '#protocol/entities/kept.ts';
import { toKeepId } from '#protocol/casts.ts';
import { isKeepable } from '#domain/keepRules.ts';
import type { OutboxEntry } from '../changes.ts';
import type { Commands } from '../commands.ts';
import { isKeepAction, keepIdOf, layKept } from '../keptRows.ts';
import { ownLane, readLane } from '../lanes.ts';
import type { WriteTx } from '../ports.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Keeps a message as it is here now. One that is kept already stays so; one that is not cached, was taken back or says nothing is not. */
export async function keepMessage(
  ctx: CommandContext,
  { c, s }: Parameters<Commands['keepMessage']>[0],
): Promise<'kept' | 'known' | 'missing'> {
  return ctx.commit(async (tx) => {
    const [known] = await tx.range('keeps', { index: '[c+s]', from: [c, s], to: [c, s], limit: 1 });
    if (known) return 'known';
    const row = await tx.get('msgs', [c, s]);
    if (!row?.b || row.del !== undefined || !isKeepable(row.k)) return 'missing';
    const kept: Kept = {
      i: toKeepId(ctx.newId()),
      urev: 0,
      at: ctx.now(),
      c,
      s,
      k: row.k,
      b: row.b,
      u: row.u,
      ma: row.at,
    };
    await tx.put('outbox', [newEntry({ t: 'keep', kept, op: ctx.newOp() }, ctx.now())]);
    await tx.put('keeps', [kept]);
    return 'kept';
  });
}

/** Writes a note beside what I keep, or a new one by itself. Of several that wait only the last is sent. */
export async function writeKeepNote(
  ctx: CommandContext,
  { i = toKeepId(ctx.newId()), x }: Parameters<Commands['writeKeepNote']>[0],
): Promise<Kept['i']> {
  await ctx.commit(async (tx) => {
    const stored = await tx.get('keeps', i);
    const next = layKept(stored, [{ t: 'keepNote', i, x, at: ctx.now(), op: ctx.newOp() }]);
    // Neither words nor a message: there would be nothing.
    if (!next || (next.x === undefined && next.c === undefined)) return;
    const waiting = await findUntried(tx, i);
    const note = waiting.find(({ action }) => action.t === 'keepNote');
    const at = next.at;
    if (note?.action.t === 'keepNote') await tx.put('outbox', [{ ...note, action: { ...note.action, x } }]);
    else await tx.put('outbox', [newEntry({ t: 'keepNote', i, x, at, op: ctx.newOp() }, ctx.now())]);
    await tx.put('keeps', [next]);
  });
  return i;
}

/** Keeps something no longer. What never left the device leaves no trace. */
export async function dropKeep(ctx: CommandContext, { i }: Parameters<Commands['dropKeep']>[0]): Promise<void> {
  await ctx.commit(async (tx) => {
    const stored = await tx.get('keeps', i);
    const waiting = await findUntried(tx, i);
    await tx.del(
      'outbox',
      waiting.map(({ id }) => id),
    );
    const hasLeft = (await readLane(tx, ownLane)).some(({ action }) => isKeepAction(action) && keepIdOf(action) === i);
    if ((stored?.urev ?? 0) > 0 || hasLeft) {
      await tx.put('outbox', [newEntry({ t: 'keepDrop', i, op: ctx.newOp() }, ctx.now())]);
    }
    await tx.del('keeps', [i]);
  });
}

/** What waits about one thing and has not been tried. */
async function findUntried(tx: WriteTx, i: Kept['i']): Promise<OutboxEntry[]> {
  const lane = await readLane(tx, ownLane);
  return lane.filter((entry) => isKeepAction(entry.action) && keepIdOf(entry.action) === i && isUntried(entry));
}
