/** One promise of a benchmark: `value` must not exceed `limit`. */
export interface Bar {
  name: string;
  value: number;
  limit: number;
  unit: string;
}

/** Rounds for people: four significant digits. */
const round = (value: number): number => Number(value.toPrecision(4));

/** Prints the result as the last line, one JSON object, and sets the exit code to 1 when a bar is missed. `detail` holds figures without a bar. */
export function benchReport(bench: string, bars: readonly Bar[], detail: Record<string, unknown>): void {
  const judged = bars.map((bar) => ({
    ...bar,
    value: round(bar.value),
    ok: Number.isFinite(bar.value) && bar.value <= bar.limit,
  }));
  const ok = judged.length > 0 && judged.every((bar) => bar.ok);
  console.log(JSON.stringify({ bench, ok, bars: judged, detail }));
  if (!ok) process.exitCode = 1;
}
