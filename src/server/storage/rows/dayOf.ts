/** Last moment whose year has four digits, ms; texts of later days would not sort. */
const lastDayMs = Date.UTC(9999, 11, 31);

/** UTC day of a time in ms, as `chat_days` keeps it: YYYY-MM-DD. */
export function dayOf(time: number): string {
  return new Date(Math.min(time, lastDayMs)).toISOString().slice(0, 10);
}
