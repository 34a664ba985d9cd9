import type { Services } from '#client/context.ts';
import type { LocalStore } from '#sync/ports.ts';
import type { Unsent } from './storeSwitch.ts';

/** The unsent work that a tab shows; before it has read anything, what it was given. */
export function unsentOf({ tray, drafts }: Pick<Services['stores'], 'tray' | 'drafts'>, given?: Unsent): Unsent {
  if (!drafts.getState().loaded) return given ?? { outbox: [], drafts: [] };
  return { outbox: tray.getState().entries, drafts: [...drafts.getState().drafts.values()] };
}

/** Puts unsent work into a new database. Every tab of the person may do so: what is there already stays as it is. */
export async function putUnsent(store: LocalStore, { outbox, drafts }: Unsent): Promise<void> {
  await store.commit(async (tx) => {
    for (const { id: _id, ...entry } of outbox) {
      const known = await tx.range('outbox', { index: 'i', from: entry.i, to: entry.i });
      if (known.length === 0) await tx.put('outbox', [entry]);
    }
    for (const { files: _files, ...draft } of drafts) {
      // Their bytes were in the database that is gone.
      const isNothing = draft.text === '' && draft.re === undefined && draft.edit === undefined;
      if (!isNothing && !(await tx.get('drafts', draft.c))) await tx.put('drafts', [draft]);
    }
  });
}
