import type { MediaBody } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { OutboxAction, OutboxEntry, UploadRow } from '../changes.ts';
import type { ReadTx, WriteTx } from '../ports.ts';

/** Files of a message that are sent from this device, in order; none of a forwarded one, whose files are there. */
export function fileIdsOf({ action }: Pick<OutboxEntry, 'action'>): MediaId[] {
  if ((action.t !== 'send' && action.t !== 'schedule') || action.k !== messageKind.media || action.fw) return [];
  return (action.b as MediaBody).f.map(({ id }) => id);
}

/** The rows of the files of a message that has just been queued. */
export function newUploads(
  { c, cid, k, b, fw }: Extract<OutboxAction, { t: 'send' | 'schedule' }>,
  at: number,
): UploadRow[] {
  if (k !== messageKind.media || fw) return [];
  return (b as MediaBody).f.map(({ id, t, n, m, z }) => ({
    ...{ id, c, cid, t, bytes: z, sent: 0, state: 'waiting' as const, at },
    ...(n === undefined ? {} : { n }),
    ...(m === undefined ? {} : { m }),
  }));
}

/** Rows of the files of a message, as far as there are any. */
export async function uploadsOf(tx: ReadTx, entry: Pick<OutboxEntry, 'action'>): Promise<UploadRow[]> {
  const ids = fileIdsOf(entry);
  if (ids.length === 0) return [];
  return (await tx.getMany('uploads', ids)).filter((row) => row !== undefined);
}

/** The files of a message that is taken back go with it: the engine lets the server forget them, then the rows leave. */
export async function dropUploads(tx: WriteTx, entry: OutboxEntry): Promise<void> {
  const rows = await uploadsOf(tx, entry);
  await tx.put(
    'uploads',
    rows.map((row) => ({ ...row, state: 'gone' })),
  );
}

/** Failed files are tried again, from where they stopped, and nothing stands still any more. Those that are up may be sent once more if the server has forgotten them again. */
export async function releaseUploads(tx: WriteTx, entry: OutboxEntry): Promise<void> {
  const stuck = (await uploadsOf(tx, entry)).filter(
    ({ state, paused, again }) => state === 'failed' || paused || again,
  );
  await tx.put('uploads', stuck.map(released));
}

/** The same file as if it had just been queued. */
export function released({ err: _err, paused: _paused, again: _again, ...row }: UploadRow): UploadRow {
  return { ...row, state: row.state === 'failed' ? 'waiting' : row.state };
}

/** A file that can never be sent takes its message with it, which so stops holding up what is behind. */
export async function failUpload(tx: WriteTx, row: UploadRow, err: ErrorCode): Promise<void> {
  await tx.put('uploads', [{ ...row, state: 'failed', err }]);
  const [entry] = await tx.range('outbox', { index: 'i', from: row.cid, to: row.cid });
  if (entry?.state === 'queued') await tx.put('outbox', [{ ...entry, state: 'failed', err }]);
}

/** The server does not have what the message consists of, although it was up: files of which the bytes are still here are sent once more. Answers whether there are any. */
export async function sendFilesAgain(tx: WriteTx, entry: OutboxEntry): Promise<boolean> {
  const rows = await uploadsOf(tx, entry);
  if (rows.length === 0 || rows.some(({ again }) => again)) return false;
  await tx.put(
    'uploads',
    rows.map((row) => ({ ...row, state: 'waiting', sent: 0, again: 1 })),
  );
  return true;
}
