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
/** Looks at a paused one, one second apart, after which a connection that stays clogged is given up: a tunnel or a phone that sleeps for a moment is forgiven. */
const patience = 30;

/** Of those that flow one in ten is looked at: at thousands of connections the looks themselves cost, and what piles up in ten seconds is shared by all who wait for it. */
const parts = 10;

/*
 *   flowing ──> 500 packets or 1 MB──▶ paused ──drained──▶ flowing (resync)
 *                                        └── 30 looks ──▶ ended
 */

/**
 * Answers a look at the connections, to be taken once a second: a tenth of those that flow, and all that are paused. One that does not take its packets is left alone until it has drained, because what piles up
 * for it would fill the memory of everybody; what it missed it asks for in one go. One that never drains is ended.
 */
export function createSlowWatch(list: () => Iterable<Consumer>): () => void {
  let paused = new Map<string, number>();
  let round = 0;
  return () => {
    const still = new Map<string, number>();
    let at = round;
    round = (round + 1) % parts;
    for (const consumer of list()) {
      at = (at + 1) % parts;
      // What is not looked at is not touched either: memory of thousands of connections is not in any cache.
      if (at > 0 && paused.size === 0) continue;
      const looks = paused.get(consumer.id);
      if (looks === undefined) {
        if (at > 0 || !isOver(consumer, clogged)) continue;
        consumer.pause();
        still.set(consumer.id, 1);
      } else if (!isOver(consumer, relieved)) consumer.resume();
      else if (looks >= patience) consumer.end();
      else still.set(consumer.id, looks + 1);
    }
    paused = still;
  };
}

const isOver = (consumer: Consumer, limit: typeof clogged): boolean =>
  consumer.queued() > limit.packets || consumer.unsentBytes() > limit.bytes;
