/** Which lines are in the document: `from` ≤ index < `to`. */
export interface FeedRange {
  from: number;
  to: number;
}

/** px drawn beyond each edge of the view */
export const OVERSCAN_PX = 900;
/** Fewer px than this beyond an edge ask for a new range: a few lines at a time, so that no frame of a fling has many to draw. */
const REFILL_PX = 700;
/** Height of a line that was never drawn while no other was either, px: a bubble of one line and its gap. */
const GUESS_PX = 52;

/**
 * Heights of lines, px, by key. They outlive the range, so that a line that comes back has its height at once. The guess for lines that were never drawn
 * is settled by the first ones that were: if it followed the mean, thousands of unseen lines would move with every new one.
 */
export class FeedSizes {
  /** Heights that are kept: several windows full. Who reads for hours passes far more lines. */
  private static readonly most = 3_000;
  private readonly known = new Map<string, number>();
  private guess: number | undefined;

  set(key: string, size: number): void {
    if (this.known.get(key) === size) return;
    this.known.set(key, size);
    if (this.known.size <= FeedSizes.most) return;
    for (const oldest of this.known.keys()) {
      this.known.delete(oldest);
      if (this.known.size <= FeedSizes.most / 2) return;
    }
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  /** Ends a round of measuring. */
  settle(): void {
    if (this.guess !== undefined || this.known.size === 0) return;
    let sum = 0;
    for (const size of this.known.values()) sum += size;
    this.guess = sum / this.known.size;
  }

  get(key: string | undefined): number {
    return (key === undefined ? undefined : this.known.get(key)) ?? this.guess ?? GUESS_PX;
  }

  /** Height of the lines from `from` up to `to` (not included). */
  sum(keys: readonly string[], from: number, to: number): number {
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += this.get(keys[index]);
    return sum;
  }
}

/** The first range: around the line where the conversation opens, or its last lines. */
export function firstRange(length: number, at: number | 'end'): FeedRange {
  if (at === 'end') return { from: Math.max(0, length - 24), to: length };
  return { from: Math.max(0, at - 12), to: Math.min(length, at + 24) };
}

/** The lines that a view of `height` px needs when line `index` stands `top` px below the view's upper edge. */
export function rangeAround(
  keys: readonly string[],
  sizes: FeedSizes,
  view: { index: number; top: number; height: number },
  margin: number = OVERSCAN_PX,
): FeedRange {
  let from = Math.min(view.index, keys.length);
  let top = view.top;
  while (from > 0 && top > -margin) {
    from -= 1;
    top -= sizes.get(keys[from]);
  }
  let to = Math.min(view.index, keys.length);
  let bottom = view.top;
  while (to < keys.length && bottom < view.height + margin) {
    bottom += sizes.get(keys[to]);
    to += 1;
  }
  return { from, to };
}

/** The range to draw next, or the same object when the drawn one still covers the view with enough to spare and is not far too large. */
export function nextRange(
  drawn: FeedRange,
  keys: readonly string[],
  sizes: FeedSizes,
  view: { index: number; top: number; height: number },
): FeedRange {
  const least = rangeAround(keys, sizes, view, REFILL_PX);
  const wanted = rangeAround(keys, sizes, view);
  const covers = drawn.from <= least.from && drawn.to >= least.to;
  const isBloated = drawn.to - drawn.from > 2 * (wanted.to - wanted.from) + 24;
  return covers && !isBloated ? drawn : wanted;
}

/**
 * The drawn lines after the list changed: found again by their keys, wherever they stand now. Lines added behind a range that reached the end are
 * drawn with it. Answers undefined when none of the drawn lines is left.
 */
export function carryRange(
  drawn: FeedRange,
  before: readonly string[],
  after: readonly string[],
): FeedRange | undefined {
  const places = new Map(after.map((key, index) => [key, index]));
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (let index = drawn.from; index < drawn.to; index += 1) {
    const place = places.get(before[index] ?? '');
    if (place === undefined) continue;
    from = Math.min(from, place);
    to = Math.max(to, place + 1);
  }
  if (to < 0) return undefined;
  if (drawn.to >= before.length) to = after.length;
  return { from, to };
}
