import { dateLocale } from '#client/ui/dateLocale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whole weeks and more are named by their day: "31 weeks ago" helps nobody. */
const FAR = 14 * DAY;

/** How long ago something was seen, in the words of a language; undefined while that is less than two minutes, which counts as now. Both times ms of one clock. */
export function seenText(at: number, now: number, language: string): string | undefined {
  const ago = now - at;
  if (ago < 2 * MINUTE) return undefined;
  if (ago >= FAR) return new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium' }).format(at);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (ago < HOUR) return words.format(-Math.floor(ago / MINUTE), 'minute');
  if (ago < DAY) return words.format(-Math.floor(ago / HOUR), 'hour');
  return words.format(-Math.floor(ago / DAY), 'day');
}
