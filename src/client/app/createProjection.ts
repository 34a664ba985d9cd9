import type { ChangeBatch } from '#sync/changes.ts';

/** A part of the device's rows that is kept in memory. */
export interface Projection {
  /** Reads the rows (again). Resolves when they are shown; calls during a read are answered by one more read after it. */
  load(): Promise<void>;
  /** One batch, in order of commits. */
  take(batch: ChangeBatch): void;
}

/**
 * Makes a projection. `read` answers rows together with the number of the last commit they contain; batches that come while it runs are kept and applied over
 * it, batches it contains already are dropped. Nothing is lost and nothing is applied twice, whatever the timing.
 */
export function createProjection<Rows>(parts: {
  read: () => Promise<{ num: number; rows: Rows }>;
  show: (rows: Rows, num: number) => void;
  apply: (batch: ChangeBatch) => void;
}): Projection {
  let base: number | undefined;
  let queue: ChangeBatch[] = [];
  let running: Promise<void> | undefined;
  let isStale = false;

  const run = async (): Promise<void> => {
    do {
      isStale = false;
      const { num, rows } = await parts.read();
      base = num;
      parts.show(rows, num);
      const waiting = queue;
      queue = [];
      for (const batch of waiting) if (batch.num > num) parts.apply(batch);
    } while (isStale);
  };
  return {
    load() {
      if (running) isStale = true;
      running ??= run().finally(() => (running = undefined));
      return running;
    },
    take(batch) {
      if (running || base === undefined) queue.push(batch);
      else if (batch.num > base) parts.apply(batch);
    },
  };
}
