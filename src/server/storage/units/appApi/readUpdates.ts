import type { AppId } from '#protocol/ids.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';

/** Something that waits for an app's server. `id`: higher for what came later. `person`: the id under which its maker knows him. */
export interface AppUpdate {
  readonly id: number;
  readonly person: number;
  readonly kind: string;
  readonly data: string;
  readonly at: number;
}
/** Whose updates, after which number. */
export interface UpdatesInput {
  readonly app: AppId;
  readonly after: number;
}

const updatesMax = 100;

/** What came after a number, the oldest first, at most 100. */
export const readUpdates = readUnit((tx, input: UpdatesInput): Promise<AppUpdate[]> => listUpdates(tx, input));

/** Forgets what a server has dealt with, up to and with a number; answers what came after it. */
export const takeUpdates = writeUnit(async (tx, input: UpdatesInput): Promise<AppUpdate[]> => {
  await tx.sql('DELETE FROM app_inbox WHERE app_id = ? AND n <= ?', [input.app, input.after]);
  return listUpdates(tx, input);
});

function listUpdates(tx: Tx, { app, after }: UpdatesInput): Promise<AppUpdate[]> {
  return tx.sql<AppUpdate>(
    `SELECT i.n AS id, p.pid AS person, i.kind, i.data, i.at FROM app_inbox i JOIN apps a ON a.id = i.app_id
       JOIN app_pids p ON p.owner_id = a.owner_id AND p.user_id = i.user_id
      WHERE i.app_id = ? AND i.n > ? ORDER BY i.n LIMIT ${updatesMax}`,
    [app, after],
  );
}
