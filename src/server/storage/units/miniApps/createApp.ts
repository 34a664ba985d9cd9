import { isFreeAppId } from '#domain/appRules.ts';
import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { forUpdate } from '#server/storage/rows/forUpdate.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { MakerInput } from './MakerInput.ts';
import { readMadeApp, type MadeFacts } from './listMadeApps.ts';
import { toAppKeys, toAppToken } from './toAppKeys.ts';

/** Numbers of ten digits, as servers that know such tokens expect them. */
const botMin = 1_000_000_000;
const botCount = 9_000_000_000;

/** Takes an id for a new app. `secret`: of its server's token, of which only a hash and a key are kept. Throws NAME_TAKEN, FULL. */
export const createApp = writeUnit(async (tx, input: MakerInput & { secret: string }): Promise<MadeFacts> => {
  const { owner, app, op } = input;
  await withOp(tx, { userId: owner, op, name: 'maker.create' }, async () => {
    if (!isFreeAppId(app)) throw new AppError('NAME_TAKEN');
    // Two apps at the same moment would both find room for one.
    await tx.sql(`SELECT user_id FROM user_heads WHERE user_id = ?${forUpdate(tx)}`, [owner]);
    const [count] = await tx.sql<{ n: number }>('SELECT count(*) AS n FROM apps WHERE owner_id = ? AND state <> ?', [
      owner,
      appState.removed,
    ]);
    if ((count?.n ?? 0) >= limits.appsMax) throw new AppError('FULL');
    const bot = await freeBot(tx);
    const { hash, dataKey } = toAppKeys(toAppToken(bot, input.secret));
    const made = await tx.sql(
      `INSERT INTO apps (id, owner_id, bot, token_hash, data_key, created_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING id`,
      [app, owner, bot, hash, dataKey, tx.now],
    );
    if (made.length === 0) throw new AppError('NAME_TAKEN');
    return {};
  });
  return readMadeApp(tx, owner, app);
});

async function freeBot(tx: Tx): Promise<number> {
  const bot = botMin + (tx.ids.id() % botCount);
  const taken = await tx.sql('SELECT id FROM apps WHERE bot = ?', [bot]);
  return taken.length === 0 ? bot : freeBot(tx);
}
