/** Room above the highest and below the lowest value, px. */
const margin = 8;

/** Steps of a curve in a box (px): `path` along the values, `area` below it, `end`: height of the last value. A flat curve lies in the middle. At least one value. */
export function curvePath(
  values: readonly number[],
  { width, height }: { width: number; height: number },
): { path: string; area: string; end: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Divided before they are subtracted: the distance of two very large numbers is none.
  const span = high / 2 - low / 2;
  const toY = (value: number): number => {
    const share = span === 0 ? 0.5 : (value / 2 - low / 2) / span;
    return round(height - margin - share * (height - 2 * margin));
  };
  const step = width / Math.max(1, values.length);
  const ends = values.map((value, index) => ({ x: round((index + 1) * step), y: toY(value) }));
  const begin = ends[0]?.y ?? height / 2;
  const path = `M0 ${begin}${ends.map(({ x, y }, index) => (index === 0 ? `H${x}` : `V${y}H${x}`)).join('')}`;
  return { path, area: `${path}V${height}H0Z`, end: ends.at(-1)?.y ?? begin };
}

const round = (value: number): number => Math.round(value * 10) / 10;
