import type { ChangeBatch } from '#sync/changes.ts';
import type { LocalStore } from '#sync/ports.ts';

/** A store that tells of every commit before its caller hears of it. */
export function recordedStore(inner: LocalStore, onBatch: (batch: ChangeBatch) => void): LocalStore {
  return {
    ...inner,
    async commit(work, options) {
      const done = await inner.commit(work, options);
      if (done.batch.num > 0) onBatch(done.batch);
      return done;
    },
  };
}
