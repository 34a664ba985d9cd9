import { dayWords, monthOf, weekdayOf } from './dateWords.ts';

/** A day, or a moment of it, in the time zone of this device. `at`: ms; of a whole day its first moment. */
export interface When {
  readonly at: number;
  readonly isWholeDay: boolean;
}

const late = new Set([
  'pm',
  '午後',
  '夜',
  '下午',
  '晚上',
  '오후',
  '저녁',
  '밤',
  'sore',
  'malam',
  'afternoon',
  'evening',
  'night',
]);
/** Twelve in the night may be the night before or after. */
const night = new Set(['夜', '晚上', '밤', 'malam', 'night', 'evening', '저녁']);
/** Words of a day that say that it is its evening. */
const evenings = new Set(['tonight', 'malam ini', 'nanti malam', '今夜', '今晚']);
/** So long after the message a day without its year would be last year's, days. */
const lastYearDays = 183;
const dayMs = 86_400_000;

/** What a rule of `dateWords` found, by name of the group. `said`: when the message was written, ms. Undefined: there is no such day or time. */
export function readWhen(groups: Readonly<Record<string, string | undefined>>, said: number): When | undefined {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(groups))
    if (value !== undefined) found.set(key.slice(0, key.lastIndexOf('_')), value);
  const day = readDay(found, new Date(said));
  const time = readTime(found);
  if (!day || time === 'none') return undefined;
  if (!time) return { at: day.getTime(), isWholeDay: true };
  const [hour, minute] = time;
  return {
    at: new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute).getTime(),
    isWholeDay: false,
  };
}

function readDay(found: ReadonlyMap<string, string>, said: Date): Date | undefined {
  const word = found.get('word');
  if (word !== undefined) return dayAfter(said, dayWords[word.toLowerCase()] ?? 0);
  const weekday = found.get('weekday');
  if (weekday !== undefined) {
    // The next one, today's too; "next week" counts from its Monday.
    const ahead = (Number(weekdayOf(weekday)) - said.getDay() + 7) % 7;
    if (!found.has('next')) return dayAfter(said, ahead);
    return dayAfter(said, 7 - ((said.getDay() + 6) % 7) + ((Number(weekdayOf(weekday)) + 6) % 7));
  }
  const month = monthOf(found.get('month') ?? '') ?? Number(found.get('number'));
  const day = Number(found.get('day'));
  const year = found.get('year');
  const date = makeDay(year === undefined ? said.getFullYear() : Number(year), month, day);
  if (year !== undefined || !date) return date;
  return said.getTime() - date.getTime() > lastYearDays * dayMs ? makeDay(said.getFullYear() + 1, month, day) : date;
}

const dayAfter = (said: Date, days: number): Date =>
  new Date(said.getFullYear(), said.getMonth(), said.getDate() + days);

/** Undefined for the 30th of February. */
function makeDay(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** Hour and minute; undefined: none was named; `none`: there is no such time. */
function readTime(found: ReadonlyMap<string, string>): [number, number] | 'none' | undefined {
  const raw = found.get('hour');
  if (raw === undefined) return undefined;
  const hour = Number(raw);
  const minute = found.has('minute') ? Number(found.get('minute')) : /半|반/.test(found.get('rest') ?? '') ? 30 : 0;
  if (hour === 24) return minute === 0 ? [24, 0] : 'none';
  const half = (found.get('half') ?? found.get('part') ?? '').replaceAll('.', '').toLowerCase();
  if (half === '' || hour > 12) {
    const isEvening = half === '' && evenings.has(found.get('word')?.toLowerCase() ?? '') && hour > 4 && hour < 12;
    return [isEvening ? hour + 12 : hour, minute];
  }
  if (hour === 12) {
    if (night.has(half)) return 'none';
    return [half === 'am' || half === '午前' || half === '오전' || half === '上午' || half === '새벽' ? 0 : 12, minute];
  }
  const isNoon = (half === 'siang' || half === '中午') && hour < 5;
  return [late.has(half) || isNoon ? hour + 12 : hour, minute];
}
