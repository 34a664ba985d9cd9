import { tableNames } from '#client/adapters/db/personDatabase.ts';
import type { LocalStore, ReadTx } from '#sync/ports.ts';
import type { Unsent } from './storeSwitch.ts';

/** Reads what was not sent. */
export function readUnsent(store: LocalStore): Promise<Unsent> {
  return store.read(['outbox', 'drafts'], unsentIn);
}

/** Empties a person's database, in one transaction; answers what was not sent. Whoever still has it open sees nothing any more, and its engine no lease. */
export async function takeUnsent(store: LocalStore): Promise<Unsent> {
  const { result } = await store.commit(async (tx) => {
    const unsent = await unsentIn(tx);
    await tx.wipe(tableNames);
    return unsent;
  });
  return result;
}

async function unsentIn(tx: ReadTx): Promise<Unsent> {
  const outbox = await tx.range('outbox', { index: ':primary' });
  return {
    outbox: outbox.filter(({ state }) => state !== 'acked'),
    drafts: await tx.range('drafts', { index: ':primary' }),
  };
}
