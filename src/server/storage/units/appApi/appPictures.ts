import type { MediaId } from '#protocol/entities/media.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockServed } from './lockPerson.ts';
import { withCall, type AppCall } from './withCall.ts';

/** Gives an uploaded picture to an app, for its cards only; the answer of a repeat is the first one's picture. Throws FORBIDDEN (closed), CID_MISMATCH. */
export const keepAppPicture = writeUnit(async (tx, input: AppCall & { id: MediaId }): Promise<{ id: MediaId }> => {
  const { result } = await withCall(tx, input, async () => {
    await lockServed(tx, input.app);
    await tx.sql('INSERT INTO app_pictures (id, app_id) VALUES (?, ?)', [input.id, input.app]);
    return { id: input.id };
  });
  return result;
});
