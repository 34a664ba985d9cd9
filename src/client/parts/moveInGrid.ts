/** Where a key leads in a grid that is filled row by row; undefined for keys that lead nowhere. Nothing wraps round: the end of a row goes on in the next. */
export function moveInGrid(
  key: string,
  { index, count, columns, isRtl }: { index: number; count: number; columns: number; isRtl: boolean },
): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -index,
    End: count - 1 - index,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return undefined;
  const next = index + step;
  if (next >= 0 && next < count) return next;
  // The last row may be short: down from above its gap goes to its end.
  const isShortRow = key === 'ArrowDown' && Math.floor(index / columns) < Math.floor((count - 1) / columns);
  return isShortRow ? count - 1 : index;
}
