import type { MediaBody } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UploadRow } from '../changes.ts';
import type { Commands } from '../commands.ts';
import { released } from '../outbox/uploadsOf.ts';
import type { WriteTx } from '../ports.ts';
import { isUntried, type CommandContext } from './commandContext.ts';
import { retryEntry } from './retryEntry.ts';
import { takeBackPending } from './unsendMessage.ts';

/** Changes how a file on its way goes on; see {@link Commands.changeUpload}. */
export async function changeUpload(
  ctx: CommandContext,
  { id, to }: Parameters<Commands['changeUpload']>[0],
): Promise<void> {
  const again = await ctx.commit(async (tx): Promise<number | undefined> => {
    const row = await tx.get('uploads', id);
    if (!row || row.state === 'gone') return undefined;
    if (to === 'cancel') await cancel(ctx, tx, row);
    else if (row.state === 'up') return undefined;
    else if (to === 'retry') return (await tx.range('outbox', { index: 'i', from: row.cid, to: row.cid }))[0]?.id;
    else await tx.put('uploads', [changed(row, to, ctx.now())]);
    return undefined;
  });
  if (again !== undefined) await retryEntry(ctx, again);
}

function changed(row: UploadRow, to: 'pause' | 'resume' | 'first', now: number): UploadRow {
  if (to === 'pause') return { ...row, paused: 1 };
  const going = released(row);
  return to === 'first' ? { ...going, first: now } : going;
}

/** The file leaves its message, which goes with the last one. A message that may have left stays as it is: it can be unsent. */
async function cancel(ctx: CommandContext, tx: WriteTx, row: UploadRow): Promise<void> {
  const [entry] = await tx.range('outbox', { index: 'i', from: row.cid, to: row.cid });
  if (!entry || entry.action.t !== 'send' || !(isUntried(entry) || entry.state === 'failed')) return;
  const body = entry.action.b as MediaBody;
  const left = body.f.filter((part) => part.id !== row.id);
  if (left.length === 0) return takeBackPending(ctx, tx, entry);
  const rest = { ...entry, action: { ...entry.action, b: { ...body, f: left } } };
  await tx.put('uploads', [{ ...row, state: 'gone' }]);
  // What made it fail may have been this file.
  const { err: _err, ...waiting } = rest;
  const isWhole = !(await failedAmong(tx, left));
  await tx.put('outbox', [entry.state === 'failed' && isWhole ? { ...waiting, state: 'queued' } : rest]);
}

async function failedAmong(tx: WriteTx, parts: readonly { id: MediaId }[]): Promise<boolean> {
  const rows = await tx.getMany(
    'uploads',
    parts.map(({ id }) => id),
  );
  return rows.some((row) => row?.state === 'failed');
}
