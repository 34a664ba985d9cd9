/** How long a message has to be in sight, ms (product rule). */
const SEEN_MS = 300;
/** Least time between two marks, ms: scrolling through a hundred messages is a few writes, not a hundred. */
const THIN_MS = 500;

export interface ReadMarkerOptions {
  /** read position at the start (seq) */
  readSeq: number;
  mark: (seq: number) => void;
  /** monotonic ms */
  now: () => number;
  /** Runs work after `ms`; the answer cancels it. */
  after: (ms: number, work: () => void) => () => void;
}

export interface ReadMarker {
  /** The highest seq that is in sight now; 0 when none is. */
  see(seq: number): void;
  /** Whether somebody can be looking: the page is visible and has the focus. */
  attend(isAttending: boolean): void;
  /** Forgets what waits. */
  stop(): void;
}

/**
 * Decides what was read: a message counts once it was in sight for 0.3 s while somebody could look. A message that left the view upwards earlier than
 * that was not read; one that left it downwards was passed over by a reader who went on, and counts with the later ones.
 */
export function createReadMarker({ readSeq, mark, now, after }: ReadMarkerOptions): ReadMarker {
  /** Seqs in sight with the time they came into it, ascending in both. */
  let seen: { seq: number; since: number }[] = [];
  let inSight = 0;
  let isAttending = false;
  let marked = readSeq;
  let lastMark = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const plan = (): void => {
    cancel?.();
    cancel = undefined;
    const first = seen[0];
    if (!isAttending || !first) return;
    const wait = Math.max(first.since + SEEN_MS, lastMark + THIN_MS) - now();
    cancel = after(Math.max(0, wait), fire);
  };
  const fire = (): void => {
    cancel = undefined;
    const ripe = seen.findLast(({ since }) => since + SEEN_MS <= now());
    if (ripe && ripe.seq > marked) {
      marked = ripe.seq;
      lastMark = now();
      mark(marked);
    }
    seen = seen.filter(({ seq }) => seq > marked);
    plan();
  };
  return {
    see(seq) {
      inSight = seq;
      seen = seen.filter((entry) => entry.seq <= seq);
      if (seq > marked && seq > (seen.at(-1)?.seq ?? 0)) seen.push({ seq, since: now() });
      plan();
    },
    attend(isNow) {
      if (isNow === isAttending) return;
      isAttending = isNow;
      // Time before the person looked does not count.
      seen = isNow && inSight > marked ? [{ seq: inSight, since: now() }] : [];
      plan();
    },
    stop() {
      cancel?.();
      cancel = undefined;
      isAttending = false;
      seen = [];
    },
  };
}
