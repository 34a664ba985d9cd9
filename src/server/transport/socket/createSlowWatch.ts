/** A connection as the watch sees it. */
export interface Consumer {
  readonly id: string;
  /** Packets that wait to be written. */
  queued(): number;
  /** Bytes that were written and have not left this machine. */
  unsentBytes(): number;
  /** Sends it nothing more for now. */
  pause(): void;
  /** Sends to it again, and tells it to ask for what it missed. */
  resume(): void;
  end(): void;
}

/** More than this is not a busy moment any more. */
const clogged = { packets: 500, bytes: 1_024 * 1_024 };
/** A line that has come down to this takes packets again. */
const relieved = { packets: 50, bytes: 64 * 1_024 };
/** Looks in a row, one second apart, after which a connection that stays clogged is given up: a tunnel or a phone that sleeps for a moment is forgiven. */
const patience = 30;

/*
 *   flowing ──> 500 packets or 1 MB──▶ paused ──drained──▶ flowing (resync)
 *                                        └── 30 looks ──▶ ended
 */

/**
 * Answers a look at all connections, to be taken once a second. One that does not take its packets is left alone until it has drained, because what piles up
 * for it would fill the memory of everybody; what it missed it asks for in one go. One that never drains is ended.
 */
export function createSlowWatch(list: () => Iterable<Consumer>): () => void {
  let paused = new Map<string, number>();
  return () => {
    const still = new Map<string, number>();
    for (const consumer of list()) {
      const looks = paused.get(consumer.id);
      const isOver = (limit: typeof clogged): boolean =>
        consumer.queued() > limit.packets || consumer.unsentBytes() > limit.bytes;
      if (looks === undefined) {
        if (!isOver(clogged)) continue;
        consumer.pause();
        still.set(consumer.id, 1);
      } else if (!isOver(relieved)) consumer.resume();
      else if (looks >= patience) consumer.end();
      else still.set(consumer.id, looks + 1);
    }
    paused = still;
  };
}
