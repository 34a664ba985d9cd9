import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { Tx } from '#server/storage/unit.ts';
import { lockOwnApp, type LockedApp } from './lockApp.ts';
import type { MakerInput } from './MakerInput.ts';
import { readMadeApp, type MadeFacts } from './listMadeApps.ts';

/** A change of an app. `isRepeat`: nothing was changed by this command now. */
export interface MadeChange {
  readonly app: MadeFacts;
  readonly isRepeat: boolean;
}

/**
 * Does a command of a maker once, with the app locked, and answers the app as it is then. A repeat is answered with the app as it is by now: its versions are too long to be
 * kept with every command. Throws NOT_FOUND for an app of somebody else and for one that was removed.
 */
export async function changeOwnApp(
  tx: Tx,
  { app, owner, op }: MakerInput,
  name: string,
  work: (row: LockedApp) => Promise<void>,
): Promise<MadeChange> {
  const { isRepeat } = await withOp(tx, { userId: owner, op, name }, async () => {
    await work(await lockOwnApp(tx, app, owner));
    return {};
  });
  return { app: await readMadeApp(tx, owner, app), isRepeat };
}
