import { groupAddPref } from '#domain/groupAddRules.ts';
import type { UserId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';

/**
 * From now on anybody may add this person to groups, as most tests want it. The row lies below every user rev, so that no device is told of it and no
 * number moves.
 */
export const letEverybodyAdd = writeUnit(async (tx: Tx, user: UserId): Promise<void> => {
  await tx.sql('INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, 0)', [
    user,
    groupAddPref,
    JSON.stringify('everyone'),
  ]);
});
