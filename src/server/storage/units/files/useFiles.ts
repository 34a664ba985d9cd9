import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { linksIn } from '#domain/linksIn.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import { uploadKeptMs } from './fileTimes.ts';

type Place = Pick<MessageRow, 'chat_id' | 'seq' | 'kind'>;
type Body = Readonly<Record<string, unknown>>;

/** Ids of the files in a body; none in one of another kind. */
export function filesOf(kind: number, body: Body): string[] {
  if (kind !== messageKind.media) return [];
  return [...new Set((body['f'] as readonly MediaPart[]).map(({ id }) => id as string))];
}

/** Neither a message nor an album has file `files`, nor does its owner see it behind a chat. */
export const isNobodys = `NOT EXISTS (SELECT 1 FROM media_uses u WHERE u.media_id = files.id)
  AND NOT EXISTS (SELECT 1 FROM album_photos a WHERE a.media_id = files.id)
  AND NOT EXISTS (SELECT 1 FROM user_prefs q WHERE q.user_id = files.owner_id AND q.key LIKE 'chatLook.%' AND q.val LIKE '%"' || files.id || '"%')`;

/** Notes which files the messages have, and where a gallery finds them, also links of texts. To be called in the transaction that stores the messages, or brings their bodies back. */
export async function placeFiles(tx: Tx, placed: readonly { row: Place; item: { b: Body } }[]): Promise<void> {
  for (const { row, item } of placed) {
    if (row.kind === messageKind.text) await placeLinks(tx, row, item.b);
    if (row.kind !== messageKind.media) continue;
    const ids = filesOf(row.kind, item.b);
    await tx.sql(
      `UPDATE files SET is_used = 1 WHERE state = ${fileState.ready} AND id IN (${placeholders(ids.length)})`,
      ids,
    );
    for (const id of ids)
      await tx.sql('INSERT INTO media_uses (media_id, chat_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        id,
        row.chat_id,
        row.seq,
      ]);
    const types = new Set((item.b['f'] as readonly MediaPart[]).map(({ t }) => t));
    for (const t of types) await addToGallery(tx, row, t);
  }
}

/** Notes whether a text has links; after an edit it may have none any more. */
export async function placeLinks(tx: Tx, row: Place, body: Body, isEdit = false): Promise<void> {
  if (linksIn(typeof body['x'] === 'string' ? body['x'] : '').length > 0) await addToGallery(tx, row, 'l');
  else if (isEdit)
    await tx.sql(`DELETE FROM gallery WHERE chat_id = ? AND t = 'l' AND seq = ?`, [row.chat_id, row.seq]);
}

const addToGallery = (tx: Tx, { chat_id: c, seq }: Place, t: string): Promise<object[]> =>
  tx.sql('INSERT INTO gallery (chat_id, t, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [c, t, seq]);

/** A message is gone: what it had is nobody's any more, unless other messages have it too. `row`: before its body went. `keepMs`: how long it can still be brought back. */
export async function dropFileUses(tx: Tx, row: Place & { body: string }, keepMs: number): Promise<void> {
  const place = [row.chat_id, row.seq];
  const ids = filesOf(row.kind, JSON.parse(row.body) as Body);
  if (ids.length > 0) {
    await tx.sql('DELETE FROM media_uses WHERE chat_id = ? AND seq = ?', place);
    await tx.sql(
      `UPDATE files SET is_used = 0, kept_until = greatest(kept_until, ?) WHERE id IN (${placeholders(ids.length)})
        AND ${isNobodys}`,
      [tx.now + uploadKeptMs + keepMs, ...ids],
    );
  }
  if (row.kind === messageKind.text)
    await tx.sql(`DELETE FROM gallery WHERE chat_id = ? AND t = 'l' AND seq = ?`, place);
  else if (row.kind === messageKind.media)
    await tx.sql('DELETE FROM gallery WHERE chat_id = ? AND seq = ? AND t IN (?, ?, ?, ?)', [
      ...place,
      'i',
      'v',
      'a',
      'f',
    ]);
}

/** Something that is no message yet will have these files: they stay until then, ms, used or not. */
export async function keepFiles(tx: Tx, ids: readonly string[], until: number): Promise<void> {
  if (ids.length > 0)
    await tx.sql(`UPDATE files SET kept_until = greatest(kept_until, ?) WHERE id IN (${placeholders(ids.length)})`, [
      until,
      ...ids,
    ]);
}
