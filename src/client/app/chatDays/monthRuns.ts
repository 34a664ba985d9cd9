/** Days that follow each other and begin at one time of day (UTC): local midnights without a change of the clocks between them. ms, both included. */
export interface DayRun {
  from: number;
  to: number;
}

const dayMs = 86_400_000;
/** The day after the last one of the month tells how much happened on that one; it is looked for this far, days. */
const daysBeyond = 7;

/** The local days of a month (`YYYY-MM`) and a few beyond it. One run, or two where summer time begins or ends. */
export function toMonthRuns(month: string): DayRun[] {
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5, 7)) - 1;
  const days = new Date(year, index + 1, 0).getDate() + daysBeyond;
  const runs: DayRun[] = [];
  for (let day = 1; day <= days; day += 1) {
    const from = new Date(year, index, day).getTime();
    const last = runs.at(-1);
    if (last && last.to + 1 === from) last.to = from + dayMs - 1;
    else runs.push({ from, to: from + dayMs - 1 });
  }
  return runs;
}
