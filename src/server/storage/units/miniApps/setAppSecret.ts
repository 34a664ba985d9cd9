import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockOwnApp } from './lockApp.ts';
import type { MakerInput } from './MakerInput.ts';
import { toAppKeys, toAppToken } from './toAppKeys.ts';

/** Gives an app's server a new token; the old one ends. Answers the first part of it. A late repeat does not bring an older token back. Throws NOT_FOUND. */
export const setAppSecret = writeUnit(async (tx, input: MakerInput & { secret: string }): Promise<{ bot: number }> => {
  const operation = { userId: input.owner, op: input.op, name: 'maker.secret' };
  const { result } = await withOp(tx, operation, async () => {
    const { bot } = await lockOwnApp(tx, input.app, input.owner);
    const { hash, dataKey } = toAppKeys(toAppToken(bot, input.secret));
    await tx.sql('UPDATE apps SET token_hash = ?, data_key = ? WHERE id = ?', [hash, dataKey, input.app]);
    return { bot };
  });
  return result;
});
