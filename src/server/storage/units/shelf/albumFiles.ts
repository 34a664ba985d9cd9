import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toUserId } from '#protocol/casts.ts';
import { AppError } from '#protocol/errors.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import { uploadKeptMs } from '#server/storage/units/files/fileTimes.ts';
import { isNobodys } from '#server/storage/units/files/useFiles.ts';
import { mediaRule } from '#server/storage/units/messages/bodies/mediaRule.ts';
import { visibleMessages } from '#server/storage/units/sync/visibleMessages.ts';
import type { AtShelf } from './enterShelf.ts';

/** How many ids one statement names. */
const atOnce = 200;

/** A photo of a message of the same chat. */
export interface PhotoPlace {
  s: number;
  id: MediaId;
}

const isShown = ({ t }: MediaPart): boolean => t === 'i' || t === 'v';

/** Photos and films of messages that the member sees now. Throws NOT_FOUND where one of them is not to be had. */
export async function findInMessages(tx: Tx, { head, me }: AtShelf, places: readonly PhotoPlace[]) {
  const seqs = [...new Set(places.map(({ s }) => s))];
  const rows = await tx.sql<MessageRow>(
    `${visibleMessages({ parent_id: head.parent_id })} AND m.deleted_at IS NULL AND m.kind = ${messageKind.media} AND m.seq IN (${placeholders(seqs.length)})`,
    [head.chat_id, me.user_id, ...seqs],
  );
  const bySeq = new Map(rows.map(({ seq, body }) => [seq, (JSON.parse(body) as { f?: MediaPart[] }).f ?? []]));
  return places.map(({ s, id }): MediaPart => {
    const part = bySeq.get(s)?.find((one) => one.id === id && isShown(one));
    if (!part) throw new AppError('NOT_FOUND');
    return part;
  });
}

/** Own uploads that are ready, with what the server knows of them: as if they were sent. Throws NOT_FOUND, BAD. */
export async function findUploads(tx: Tx, { head, me }: AtShelf, parts: readonly MediaPart[]): Promise<MediaPart[]> {
  if (!parts.every(isShown)) throw new AppError('BAD', { message: 'an album has photos and films' });
  const draft = { item: { b: { f: parts } }, sender: { userId: toUserId(me.user_id) } };
  const [settled] = await mediaRule(tx, head, [draft]);
  if (!settled || 'code' in settled) throw new AppError(settled?.code ?? 'INTERNAL');
  return settled.b['f'] as MediaPart[];
}

/** From now on these files stay for as long as an album has them. Throws NOT_FOUND where one is being deleted. */
export async function holdPhotos(tx: Tx, ids: readonly string[]): Promise<void> {
  const held = await tx.sql<{ id: string }>(
    `UPDATE files SET is_used = 1 WHERE state = ${fileState.ready} AND id IN (${placeholders(ids.length)}) RETURNING id`,
    [...ids],
  );
  if (held.length < new Set(ids).size) throw new AppError('NOT_FOUND');
}

/** An album does not have these any more; what no message and no other album has is deleted later. */
export async function releasePhotos(tx: Tx, photos: readonly { media_id: string }[]): Promise<void> {
  for (let from = 0; from < photos.length; from += atOnce) {
    const some = photos.slice(from, from + atOnce).map(({ media_id: id }) => id);
    await tx.sql(
      `UPDATE files SET is_used = 0, kept_until = greatest(kept_until, ?) WHERE id IN (${placeholders(some.length)}) AND ${isNobodys}`,
      [tx.now + uploadKeptMs, ...some],
    );
  }
}
