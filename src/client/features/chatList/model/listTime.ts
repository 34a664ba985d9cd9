import { clockTime } from '#client/parts/timeTexts.ts';
import { dateLocale } from '#client/ui/dateLocale.ts';

/** When the newest message came, in as few characters as tell it apart: the time today, the day's name within a week, else the date. */
export interface ListTime {
  kind: 'time' | 'yesterday' | 'weekday' | 'date';
  /** absent for `yesterday`, which has a word in each language */
  text: string;
}

const DAY_MS = 24 * 3_600_000;

/** `at`, `now`: ms. */
export function listTime(at: number, now: number, language: string): ListTime {
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  if (days <= 0) return { kind: 'time', text: clockTime(at, language) };
  if (days === 1) return { kind: 'yesterday', text: '' };
  if (days < 7) return { kind: 'weekday', text: write(at, language, { weekday: 'short' }) };
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const options = isThisYear
    ? ({ day: 'numeric', month: 'short' } as const)
    : ({ day: 'numeric', month: 'numeric', year: 'numeric' } as const);
  return { kind: 'date', text: write(at, language, options) };
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are kept: a list of hundreds of chats writes as many times on its first paint. */
function write(at: number, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${Object.keys(options).join()}${options.month ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(dateLocale(language), options);
    formats.set(key, format);
  }
  return format.format(at);
}
