import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { OutboxEntry, UploadRow } from '../changes.ts';
import type { ReadTx, WriteTx } from '../ports.ts';

/** A file that has arrived from this device. `at`: when its row was put away, device clock, ms; `s`: seq of its message, where it was known then. */
export interface SentFile {
  id: MediaId;
  c: ChatId;
  t: MediaPart['t'];
  n?: string;
  bytes: number;
  at: number;
  s?: number;
}

/** Where the table of single values has them. */
const key = 'sentFiles';
/** How long and how many they are kept: a day and a time zone, and more than anybody looks through. */
const keptMs = 36 * 3_600_000;
const keptMax = 200;

/** Files that have arrived from this device lately, the newest first. Needs the table `meta`. */
export async function readSentFiles(tx: ReadTx): Promise<SentFile[]> {
  try {
    const list: unknown = JSON.parse(String((await tx.get('meta', key))?.val ?? '[]'));
    return Array.isArray(list) ? (list as SentFile[]) : [];
  } catch {
    // Written by another version of the app.
    return [];
  }
}

/** Notes that files have arrived. `entries`: what is left of their messages. */
export async function noteSentFiles(
  tx: WriteTx,
  rows: readonly UploadRow[],
  entries: readonly OutboxEntry[],
  now: number,
): Promise<void> {
  const seqs = new Map(entries.map(({ i, s }) => [i, s]));
  const news = rows.map(({ id, c, cid, t, n, bytes }): SentFile => {
    const s = seqs.get(cid);
    return { id, c, t, bytes, at: now, ...(n === undefined ? {} : { n }), ...(s === undefined ? {} : { s }) };
  });
  const before = (await readSentFiles(tx)).filter(({ at }) => at > now - keptMs);
  await tx.put('meta', [{ key, val: JSON.stringify([...news, ...before].slice(0, keptMax)) }]);
}
