/** The month of a time on this device's calendar, `YYYY-MM`. `at`: ms. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** When a month begins here and when the next one does, ms. */
export function monthSpan(month: string): { from: number; to: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: new Date(year, number - 1).getTime(), to: new Date(year, number).getTime() };
}
