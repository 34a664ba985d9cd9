/** UTC day of a time in ms, as `chat_days` keeps it: YYYY-MM-DD. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
