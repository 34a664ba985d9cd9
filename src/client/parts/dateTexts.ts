import { dateLocale } from '#client/ui/dateLocale.ts';
import { clockTime } from './timeTexts.ts';

/*
 * Days as lists and reports name them; they are not in the first picture. `at`, `now`: server clock, ms.
 */

const format = (at: number, language: string, look: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(dateLocale(language), look).format(at);

/** "14 October", with the year when it is not the current one. */
export function dateText(at: number, now: number, language: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(at, language, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** The shortest form of a moment in a list: the time today, otherwise the day. */
export function momentShort(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? clockTime(at, language) : format(at, language, { day: 'numeric', month: 'short' });
}

/** A day with everything: "Saturday, 14 November 2026". */
export const wholeDayText = (at: number, language: string): string =>
  format(at, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** A moment with everything; its time of day as everywhere. */
export const wholeMomentText = (at: number, language: string): string =>
  `${wholeDayText(at, language)}, ${clockTime(at, language)}`;
