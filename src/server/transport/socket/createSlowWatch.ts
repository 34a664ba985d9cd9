/** A connection as the watch sees it. */
export interface Consumer {
  readonly id: string;
  /** Packets that wait to be written. */
  queued(): number;
  end(): void;
}

/** More packets than this are not a busy moment any more. */
const queuedMax = 500;
/** Looks in a row, one second apart: a tunnel or a phone that sleeps for a moment is forgiven. */
const patience = 10;

/**
 * Answers a look at all connections, to be taken once a second. One that does not take its packets for ten looks is ended: they would fill the
 * memory of everybody, and a client that comes back asks for what it missed.
 */
export function createSlowWatch(list: () => Iterable<Consumer>): () => void {
  let clogged = new Map<string, number>();
  return () => {
    const still = new Map<string, number>();
    for (const consumer of list()) {
      if (consumer.queued() <= queuedMax) continue;
      const looks = (clogged.get(consumer.id) ?? 0) + 1;
      if (looks >= patience) consumer.end();
      else still.set(consumer.id, looks);
    }
    clogged = still;
  };
}
