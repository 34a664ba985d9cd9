import { pictureOf } from '#domain/faceId.ts';
import type { MediaPurpose } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { mediaUse, type MediaUse } from '../schema/mediaTables.ts';
import type { Tx } from '../unit.ts';

/** One face takes the place of another; either may be a colour or nothing. */
export interface PictureChange {
  /** as stored: `m:<id>`, a palette key, or nothing */
  old: string | null | undefined;
  next: string | null | undefined;
  /** who changes it, and so must have uploaded `next` */
  owner: UserId;
  /** what `next` must have been uploaded for */
  purpose: MediaPurpose;
  as: MediaUse;
  /** the chat of the picture, or the community of the member */
  c?: ChatId;
}

const take = `UPDATE media SET used_as = ?, chat_id = ? WHERE id = ? AND owner_id = ? AND purpose = ? AND used_as = 0
  AND deleted_at IS NULL RETURNING id`;

/**
 * Takes a fresh upload into use and gives the picture before it to deletion. An upload is used once: whoever wants the same picture elsewhere uploads it again,
 * so that nothing connects the two. Throws NOT_FOUND for an upload of somebody else, for something else, or one that is used or gone. The caller stores
 * the face itself, in the same transaction.
 */
export async function replacePicture(tx: Tx, change: PictureChange): Promise<void> {
  if (change.old === change.next) return;
  const next = pictureOf(change.next);
  if (next !== undefined) {
    const { as, c = null, owner, purpose } = change;
    const taken = await tx.sql<{ id: string }>(take, [as, c, next, owner, purpose]);
    if (taken.length === 0) throw new AppError('NOT_FOUND', { message: 'no such upload' });
  }
  const old = pictureOf(change.old);
  // The picture of a chat can be brought back for a while.
  const keptMs = change.as === mediaUse.chat ? limits.undoMs : 0;
  if (old !== undefined) await tx.sql('UPDATE media SET deleted_at = ? WHERE id = ?', [tx.now + keptMs, old]);
}
