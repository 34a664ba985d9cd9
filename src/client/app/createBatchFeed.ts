import { emitter, type Unsubscribe } from '#base/emitter.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import type { Clock } from '#sync/ports.ts';

/** How long a missing batch may be on its way before everything is read again, ms. */
const holeMs = 200;

/** Puts the batches of all tabs into the order of their commits. */
export interface BatchFeed {
  /** A batch from this tab or another one, in any order and possibly twice. */
  take(batch: ChangeBatch): void;
  /** Hears batches without holes. */
  onBatch(listener: (batch: ChangeBatch) => void): Unsubscribe;
  /** Hears that a batch was lost: read everything again. */
  onHole(listener: () => void): Unsubscribe;
  /** The rows up to commit `num` have been read: continue after it. */
  continueAfter(num: number): void;
}

/**
 * Makes a feed. Until {@link BatchFeed.continueAfter} was called for the first time nothing is passed on, because nobody has a state to apply it to.
 * A tab may have been closed between its commit and the announcement, so that a number never comes: then the listeners are told to read again.
 */
export function createBatchFeed(clock: Clock): BatchFeed {
  const batches = emitter<ChangeBatch>();
  const holes = emitter<null>();
  const parked = new Map<number, ChangeBatch>();
  let next: number | undefined;
  let stopTimer: (() => void) | undefined;

  const drain = (): void => {
    if (next === undefined) return;
    for (let batch = parked.get(next); batch; batch = parked.get(next)) {
      parked.delete(next);
      next += 1;
      batches.emit(batch);
    }
    const isWaiting = parked.size > 0;
    if (!isWaiting) {
      stopTimer?.();
      stopTimer = undefined;
    } else {
      stopTimer ??= clock.after(holeMs, () => {
        stopTimer = undefined;
        holes.emit(null);
      });
    }
  };
  return {
    take(batch) {
      if (batch.num === 0 || (next !== undefined && batch.num < next)) return;
      parked.set(batch.num, batch);
      drain();
    },
    onBatch: (listener) => batches.on(listener),
    onHole: (listener) => holes.on(listener),
    continueAfter(num) {
      // Never backwards: a slow read that began before the last batches does not bring them again.
      next = Math.max(next ?? 0, num + 1);
      for (const known of [...parked.keys()]) if (known < next) parked.delete(known);
      drain();
    },
  };
}
