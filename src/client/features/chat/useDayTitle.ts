import { useCallback } from 'react';
import type { Translate } from '#client/parts/systemText.ts';
import { dayOf } from './model/dayOf.ts';

/** "Today" and "Yesterday"; undefined for any other day (`YYYY-MM-DD`). */
export function useDayTitle(t: Translate, today: string): (day: string) => string | undefined {
  return useCallback(
    (day) => {
      if (day === today) return t('chat.today');
      // Noon keeps clear of the hour that summer time adds or takes.
      const yesterday = dayOf(new Date(`${today}T12:00:00`).getTime() - 24 * 3_600_000);
      return day === yesterday ? t('chat.yesterday') : undefined;
    },
    [t, today],
  );
}
