import { appState } from '#protocol/entities/appStates.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toAppId, toUserId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';

/** The app whose server has shown its token. */
export interface AppKey {
  readonly app: AppId;
  readonly owner: UserId;
  /** see `appState`; a closed app is refused by who asks */
  readonly state: number;
}

/** The app of a token, given by its first part and the SHA-256 of the whole. Null: there is none, or it was removed. */
export const readAppKey = readUnit(async (tx, input: { bot: number; hash: Uint8Array }): Promise<AppKey | null> => {
  const [row] = await tx.sql<{ id: string; owner_id: number; state: number }>(
    'SELECT id, owner_id, state FROM apps WHERE bot = ? AND token_hash = ? AND state <> ?',
    [input.bot, input.hash, appState.removed],
  );
  return row ? { app: toAppId(row.id), owner: toUserId(row.owner_id), state: row.state } : null;
});
