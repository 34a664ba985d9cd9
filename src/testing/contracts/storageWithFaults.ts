import { AppError } from '#protocol/errors.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';

/**
 * How the next calls fail: `before` nothing was stored · `after` it was stored, but the answer is lost (an in-doubt commit) · `none`.
 */
export type StorageFault = 'none' | 'before' | 'after';

/** A storage that fails on demand the way a lost database does. */
export interface FaultyStorage extends OpenedStorage {
  /** Decides for each call; asked once, before it. */
  setFault(decide: (unit: string) => StorageFault): void;
}

/** Puts faults in front of a real storage; whatever they do, the storage stays true to its contract. */
export function storageWithFaults(inner: OpenedStorage): FaultyStorage {
  let decide: (unit: string) => StorageFault = () => 'none';
  const lost = (): never => {
    throw new AppError('UNAVAILABLE', { message: 'The database is away (test)' });
  };
  return {
    dialect: inner.dialect,
    gen: inner.gen,
    setFault(next) {
      decide = next;
    },
    async run(unit, input) {
      const fault = decide(unit);
      if (fault === 'before') lost();
      const output = await inner.run(unit, input);
      return fault === 'after' ? lost() : output;
    },
    checkpoint: () => inner.checkpoint(),
    close: () => inner.close(),
  };
}
