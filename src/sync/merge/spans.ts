import type { CachedRange, ChatSyncState } from '../changes.ts';

/*
 * Which seqs of a chat are cached. The tail is treated as one more span that never ends; a span is fresh when its rev has reached the watermark.
 *
 *   [ range, rev 40 ]      hole      [ range, fresh ][ tail, fresh ……→
 */

/** State of a chat of which nothing is cached, as of `rev`. */
export const emptySync = (rev: number): ChatSyncState => ({ rev, state: 'none', tailFrom: rev + 1, ranges: [] });

/** Whether anything of the chat is cached. */
export const hasCache = (sync: ChatSyncState): boolean => sync.tailFrom <= sync.rev || sync.ranges.length > 0;

/** Whether a row at `seq` belongs to a span that is true as of the watermark. */
export function isFreshAt(sync: ChatSyncState, seq: number): boolean {
  if (seq >= sync.tailFrom) return true;
  return sync.ranges.some((range) => range.rev >= sync.rev && range.from <= seq && seq <= range.to);
}

/** Moves the watermark to `rev` after all changes up to it were applied; fresh spans stay fresh. */
export function advance(sync: ChatSyncState, rev: number): ChatSyncState {
  if (rev <= sync.rev) return sync;
  const ranges = sync.ranges.map((range) => (range.rev >= sync.rev ? { ...range, rev } : range));
  return { ...sync, rev, ranges };
}

/** Notes that the changes up to the watermark were read when the chat stood at `headRev`. */
export function noteCut(sync: ChatSyncState, headRev: number): ChatSyncState {
  const { cut = 0, ...rest } = sync;
  const last = Math.max(cut, headRev);
  if (last > sync.rev) return { ...rest, cut: last };
  return cut === 0 ? sync : rest;
}

/** Whether a message that belongs to a fresh span may lack a change from before the watermark, because it changed behind it. */
export const isCut = ({ cut, rev }: ChatSyncState): boolean => cut !== undefined && cut > rev;

/** A new tail from `from` that is true as of `rev`; everything older is stale from now on. */
export function startAnew(sync: ChatSyncState, from: number, rev: number): ChatSyncState {
  const old = [...sync.ranges];
  if (sync.tailFrom <= sync.rev) old.push({ from: sync.tailFrom, to: sync.rev, rev: sync.rev });
  const stale = old.map((range) => ({ ...range, rev: Math.min(range.rev, sync.rev) }));
  return fromSpans({ ...sync, rev }, [...stale, { from, to: Infinity, rev }]);
}

/** Adds a span that was fetched and is true as of `span.rev`. It replaces what it overlaps, except what is known to be fresher. */
export function addSpan(sync: ChatSyncState, span: CachedRange): ChatSyncState {
  if (span.to < span.from) return sync;
  const rev = Math.min(span.rev, sync.rev);
  const tail = { from: sync.tailFrom, to: Infinity, rev: sync.rev };
  return fromSpans(sync, [...sync.ranges, tail, { ...span, rev }]);
}

/** Forgets everything below `floor`. */
export function raiseFloor(sync: ChatSyncState, floor: number): ChatSyncState {
  const ranges = sync.ranges.flatMap((range) =>
    range.to < floor ? [] : [{ ...range, from: Math.max(range.from, floor) }],
  );
  const { startSeq, ...rest } = sync;
  const next: ChatSyncState = { ...rest, ranges, tailFrom: Math.max(sync.tailFrom, Math.min(floor, sync.rev + 1)) };
  if (startSeq !== undefined) next.startSeq = Math.max(startSeq, floor);
  return next;
}

/**
 * Forgets the seqs from `from` to `to` except single ones that stay; each of those is a span of its own, as true as it was. Where the chat begins is a fact
 * about the chat and not about the cache: `startSeq` stays. A tail that is cut in its middle begins behind the cut.
 */
export function dropSpan(
  sync: ChatSyncState,
  gap: { from: number; to: number },
  stay: Iterable<number>,
): ChatSyncState {
  const hole = { ...gap, rev: 0 };
  const tail = { from: sync.tailFrom, to: sync.rev, rev: sync.rev };
  const old: CachedRange[] = tail.from <= tail.to ? [...sync.ranges, tail] : sync.ranges;
  const left = old.flatMap((range) => cutOut(range, [hole]));
  const islands = [...stay].flatMap((seq) => {
    const isInside = gap.from <= seq && seq <= gap.to;
    const range = isInside ? old.find(({ from, to }) => from <= seq && seq <= to) : undefined;
    return range ? [{ from: seq, to: seq, rev: range.rev }] : [];
  });
  const open = { from: Math.max(sync.tailFrom, Math.min(gap.to, sync.rev) + 1), to: Infinity, rev: sync.rev };
  return fromSpans(sync, [...islands, ...left, open]);
}

/** The parts of a span of seqs that are cached, in whatever state. */
export function cachedParts(sync: ChatSyncState, span: { from: number; to: number }): { from: number; to: number }[] {
  const all = [...sync.ranges, { from: sync.tailFrom, to: Infinity }];
  return all.flatMap((range) => {
    const part = { from: Math.max(range.from, span.from), to: Math.min(range.to, span.to) };
    return part.from <= part.to ? [part] : [];
  });
}

/**
 * Sets `state` from the known head rev, and `startSeq` where the tail reaches down to the floor. A watermark that has moved over a floor which was beyond it leaves nothing claimed below that
 * floor: the server would never tell of what lies there.
 */
export function settleState(given: ChatSyncState, headRev: number, floor: number): ChatSyncState {
  const sync = claimsBelow(given, floor) ? raiseFloor(given, floor) : given;
  const state = !hasCache(sync) ? 'none' : sync.rev < headRev ? 'behind' : 'fresh';
  const isWhole = sync.startSeq === undefined && sync.tailFrom <= Math.max(1, floor);
  if (state === sync.state && !isWhole) return sync;
  return { ...sync, state, ...(isWhole ? { startSeq: sync.tailFrom } : {}) };
}

const claimsBelow = ({ rev, tailFrom, ranges, startSeq = Infinity }: ChatSyncState, floor: number): boolean =>
  tailFrom < Math.min(floor, rev + 1) || startSeq < floor || ranges.some(({ from }) => from < floor);

/** Where the higher rev wins each seq; neighbours of the same rev become one span. The endless span is the tail. */
function fromSpans(sync: ChatSyncState, spans: CachedRange[]): ChatSyncState {
  let kept: CachedRange[] = [];
  // Latest and freshest first: what is already kept cuts what comes after it.
  const byRev = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => b.span.rev - a.span.rev || b.index - a.index);
  for (const { span } of byRev) kept = kept.concat(cutOut(span, kept));
  kept.sort((left, right) => left.from - right.from);
  const joined: CachedRange[] = [];
  for (const span of kept) {
    const last = joined.at(-1);
    if (last && last.rev === span.rev && last.to + 1 >= span.from) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  const tail = joined.at(-1)?.to === Infinity ? joined.pop() : undefined;
  return { ...sync, tailFrom: tail?.from ?? sync.rev + 1, ranges: joined };
}

function cutOut(span: CachedRange, holes: readonly CachedRange[]): CachedRange[] {
  let parts = [span];
  for (const hole of holes) {
    parts = parts.flatMap((part) => {
      if (hole.to < part.from || hole.from > part.to) return [part];
      const left = { ...part, to: hole.from - 1 };
      const right = { ...part, from: hole.to + 1 };
      return [left, right].filter((piece) => piece.from <= piece.to);
    });
  }
  return parts;
}
