import { clockHours } from '#client/parts/clockHours.ts';

/** Cached formatters: making one takes about 50 µs, and a window draws hundreds of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language, options);
    formats.set(key, made);
  }
  return made;
}

/** "19:24", in the digits and with the mark (19.24) of the language. */
export function clockTime(at: number, language: string): string {
  return format(language, 'time', clockHours).format(at);
}

/** The machine's form of a time, ISO 8601. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

/** The name of a day (`YYYY-MM-DD`) in full, with the year when it is not the current one. */
export function dayName(day: string, today: string, language: string): string {
  const date = new Date(`${day}T12:00:00`);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const common = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return isThisYear
    ? format(language, 'day', common).format(date)
    : format(language, 'dayYear', { ...common, year: 'numeric' }).format(date);
}

/** A moment for "last here …": the time today, otherwise day and time. */
export function momentName(at: number, isToday: boolean, language: string): string {
  if (isToday) return clockTime(at, language);
  return format(language, 'moment', {
    day: 'numeric',
    month: 'short',
    ...clockHours,
  }).format(at);
}
