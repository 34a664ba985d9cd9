/** Room that is left between two neighbours at first. */
const gap = 1_024;

/**
 * Whole numbers for `count` things that come between two neighbours, ascending; undefined where the gap between these is too small, and all must be placed anew. An absent neighbour: there is none at that end.
 */
export function placeBetween(
  before: number | undefined,
  after: number | undefined,
  count: number,
): number[] | undefined {
  const many = Array.from({ length: count }, (_, index) => index + 1);
  if (after === undefined) return many.map((at) => (before ?? 0) + at * gap);
  if (before === undefined) return many.map((at) => after - (count + 1 - at) * gap);
  const step = Math.floor((after - before) / (count + 1));
  return step < 1 ? undefined : many.map((at) => before + at * step);
}
