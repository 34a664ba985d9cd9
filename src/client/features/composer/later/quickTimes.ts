/** Times that people often choose, with the day they mean. */
export interface QuickTime {
  id: 'evening' | 'tomorrow' | 'monday';
  /** device clock, ms */
  at: number;
}

const eveningHour = 19;
const morningHour = 9;
/** A time that is nearer than this, ms, is no choice: the message would leave at once. */
const leastMs = 30 * 60_000;

/** This evening while there is time, tomorrow morning, and Monday morning where that is another day; in the time zone of the device. `now`: device clock, ms. */
export function quickTimes(now: number): QuickTime[] {
  const dayAt = (days: number, hour: number): number => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.setHours(hour, 0, 0, 0);
  };
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const times: QuickTime[] = [];
  const evening = dayAt(0, eveningHour);
  if (evening - now >= leastMs) times.push({ id: 'evening', at: evening });
  times.push({ id: 'tomorrow', at: dayAt(1, morningHour) });
  if (toMonday > 1) times.push({ id: 'monday', at: dayAt(toMonday, morningHour) });
  return times;
}

/** A time as the browser's field for a day and a time wants it: `YYYY-MM-DDTHH:MM`, in the time zone of the device. */
export function toField(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The time that such a field holds, ms; NaN where it holds none. */
export const fromField = (field: string): number => (field === '' ? Number.NaN : new Date(field).getTime());
