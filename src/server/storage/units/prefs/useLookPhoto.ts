import { chatOfLookKey, toChatLook } from '#domain/chatLook.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import { uploadKeptMs } from '#server/storage/units/files/fileTimes.ts';
import { isNobodys } from '#server/storage/units/files/useFiles.ts';

/** A setting that changes. `before`: its value until now, if it had one. */
export interface ChangedPref {
  readonly userId: UserId;
  readonly key: string;
  readonly before: string | undefined;
  readonly val: string;
}

/**
 * The picture behind a chat stays as long as a setting names it, and goes some time after the last one does. To be called when the setting is stored. Naming a picture gives no right to it: whoever is not its owner sees
 * nothing.
 */
export async function useLookPhoto(tx: Tx, { userId, key, before, val }: ChangedPref): Promise<void> {
  if (chatOfLookKey(key) === undefined) return;
  const [old, next] = [photoOf(before), photoOf(val)];
  if (old === next) return;
  if (next !== undefined)
    await tx.sql(
      `UPDATE files SET is_used = 1 WHERE id = ? AND owner_id = ? AND t = 'i' AND state = ${fileState.ready}`,
      [next, userId],
    );
  if (old !== undefined)
    await tx.sql(
      `UPDATE files SET is_used = 0, kept_until = greatest(kept_until, ?) WHERE id = ? AND owner_id = ? AND ${isNobodys}`,
      [tx.now + uploadKeptMs, old, userId],
    );
}

function photoOf(val: string | undefined): MediaId | undefined {
  if (val === undefined) return undefined;
  try {
    return toChatLook(JSON.parse(val)).photo;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
