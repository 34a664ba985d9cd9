import { dateLocale } from './dateLocale.ts';

/** What is said of a day behind its date. */
export interface DayWords {
  today: string;
  chosen: string;
  /** the first and the last day that can be reached */
  first: string;
  last: string;
}

/** What a screen reader says of a day (`YYYY-MM-DD`): its date in full, and what is so. */
export function dayLabel(
  day: string,
  about: { language: string; labels: DayWords; min: string; max: string; isSelected: boolean; isToday: boolean },
): string {
  const { language, labels, min, max, isSelected, isToday } = about;
  const full = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const words = [
    new Intl.DateTimeFormat(dateLocale(language), full).format(new Date(`${day}T00:00:00Z`)),
    isToday && labels.today,
    isSelected && labels.chosen,
    day === min && labels.first,
    day === max && labels.last,
  ];
  return words.filter((word) => word !== false).join(', ');
}
