import { dateLocale } from '#client/ui/dateLocale.ts';

/*
 * Times as people read them. A time of day is 24 hours everywhere, in the digits and with the mark of the language. `at`, `now`: server clock, ms.
 */

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const looks = {
  time: clock,
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', ...clock },
  momentYear: { day: 'numeric', month: 'short', year: 'numeric', ...clock },
  weekday: { weekday: 'short', ...clock },
  weekdayFull: { weekday: 'long', ...clock },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Cached formatters: making one takes about 50 µs, and a window draws hundreds of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function write(at: number | Date, look: keyof typeof looks, language: string): string {
  const key = `${language} ${look}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(dateLocale(language), looks[look]);
  formats.set(key, format);
  return format.format(at);
}

/** "19:24". */
export const clockTime = (at: number, language: string): string => write(at, 'time', language);

/** The machine's form of a time, ISO 8601. */
export const isoTime = (at: number): string => new Date(at).toISOString();

/** The name of a day (`YYYY-MM-DD`) in full, with the year when it is not the current one. */
export function dayName(day: string, today: string, language: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return write(new Date(`${day}T12:00:00`), isThisYear ? 'day' : 'dayYear', language);
}

/** A moment: the time today, otherwise day and time. */
export function momentName(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? clockTime(at, language) : momentText(at, language);
}

/** "Nov 29, 19:24". */
export const momentText = (at: number, language: string): string => write(at, 'moment', language);

/** The same with its year. */
export const momentYearText = (at: number, language: string): string => write(at, 'momentYear', language);

/** A moment within a week: "Fri 19:24". */
export const weekdayTime = (at: number, language: string): string => write(at, 'weekday', language);

/** The same inside of a sentence: "Friday 19:24". */
export const weekdayTimeFull = (at: number, language: string): string => write(at, 'weekdayFull', language);
