import { appState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { dropIcon } from './dropIcons.ts';
import { saveAppAccount } from './saveAppAccount.ts';
import { lockOwnApp } from './lockApp.ts';
import type { MakerInput } from './MakerInput.ts';

/** What goes with an app. Its versions stay, without their icons and soon without their files: people see by them what the app was that had something of theirs. */
const tables = [
  'app_listings',
  'app_testers',
  'app_grants',
  'app_values',
  'app_launches',
  'app_reports',
  'app_inbox',
  'app_calls',
] as const;

/** Removes an app for good; its row stays, so that nobody gets its id. Answers whether this was a repeat. Throws NOT_FOUND. */
export const removeApp = writeUnit(async (tx, input: MakerInput): Promise<boolean> => {
  const { isRepeat } = await withOp(tx, { userId: input.owner, op: input.op, name: 'maker.remove' }, async () => {
    await lockOwnApp(tx, input.app, input.owner);
    // No token has this hash.
    await tx.sql('UPDATE apps SET state = ?, removed_at = ?, token_hash = ? WHERE id = ?', [
      appState.removed,
      tx.now,
      new Uint8Array(0),
      input.app,
    ]);
    for (const table of tables) await tx.sql(`DELETE FROM ${table} WHERE app_id = ?`, [input.app]);
    const versions = await tx.sql<{ manifest: string }>('SELECT manifest FROM app_versions WHERE app_id = ?', [
      input.app,
    ]);
    const icons = new Set(versions.map(({ manifest }) => (JSON.parse(manifest) as AppManifest).icon));
    for (const icon of icons) await dropIcon(tx, icon);
    await saveAppAccount(tx, input.app);
    return {};
  });
  return isRepeat;
});
