const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** A day on which weeks can begin. */
export type WeekStart = (typeof names)[number];

/** Not in the compiler's library yet; older Firefox has neither. */
type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/**
 * The day on which weeks begin where the person is: the app's language says only "English", the browser's languages (`wanted`, best first) say of which
 * country. Undefined where the browser does not know.
 */
export function weekStart(language: string, wanted: readonly string[]): WeekStart | undefined {
  const family = language.split('-')[0];
  const tag = wanted.find((each) => each.split('-')[0] === family && each.includes('-')) ?? language;
  try {
    const locale: WithWeek = new Intl.Locale(tag);
    const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
    // ISO: Monday is 1, Sunday 7.
    return first === undefined ? undefined : names[first % 7];
  } catch {
    // A language list may hold anything; a tag nobody knows has no week of its own.
    return undefined;
  }
}
