/** "November 2026". `month`: `YYYY-MM`. */
export const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(dateOf(month));

/** "Nov", with the year in its January. */
export const monthShort = (month: string, language: string): string =>
  new Intl.DateTimeFormat(
    language,
    month.endsWith('-01') ? { month: 'short', year: 'numeric' } : { month: 'short' },
  ).format(dateOf(month));

function dateOf(month: string): Date {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(year, number - 1, 15);
}
