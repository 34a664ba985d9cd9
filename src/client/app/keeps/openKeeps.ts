import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { Services } from '#client/context.ts';
import { applyKeeps, projectKeeps } from '#client/stores/keepsStore.ts';
import type { LocalStore } from '#sync/ports.ts';
import { createProjection } from '../createProjection.ts';
import type { PersonView } from '../createPersonView.ts';
import { readNumber } from '../readRoot.ts';

/** What the store of kept things is filled from. */
export interface KeepsGround {
  store: LocalStore;
  keeps: Services['stores']['keeps'];
  onBatch: PersonView['onBatch'];
}

/** Reads what the person keeps and follows every change of it from then on. */
export async function openKeeps({ store, keeps, onBatch }: KeepsGround): Promise<void> {
  let last = 0;
  const projection = createProjection({
    read: () =>
      store.read(['meta', 'keeps'], async (tx) => ({
        num: await readNumber(tx),
        rows: await tx.range('keeps', { index: ':primary' }),
      })),
    show: (rows) => keeps.setState(projectKeeps(rows), true),
    apply: (batch) => keeps.setState((state) => applyKeeps(state, batch), true),
  });
  onBatch((batch) => {
    const isHole = last > 0 && batch.num > last + 1;
    last = batch.num;
    projection.take(batch);
    // After a lost batch the rows are read anew, as the other stores do.
    if (isHole)
      projection.load().catch((error: unknown) => consoleLog.warn('keeps.unreadable', { error: String(error) }));
  });
  await projection.load();
}
