import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { pickMonths } from './layoutMonths.ts';
import { monthName, monthShort } from './monthName.ts';

/** Room that a name needs, px: also for a finger. */
const stepPx = 48;

export type MonthScrubberProps = {
  /** `YYYY-MM`, as they stand in the list */
  months: readonly string[];
  /** the one in sight */
  current: string | undefined;
  /** px */
  height: number;
  onPick: (month: string) => void;
};

/** Months at the end of the line, as many as there is room for. A press goes there. Not on phones, whose lists are narrow and quick to throw. */
export function MonthScrubber({ months, current, height, onPick }: MonthScrubberProps) {
  const { t, i18n } = useTranslation();
  if (months.length < 2) return null;
  const shown = pickMonths(months, Math.floor((height - 32) / stepPx));
  // The month in sight may be between two that are named.
  const marked = shown.findLast((month) => current !== undefined && month >= current) ?? shown[0];
  return (
    <nav
      aria-label={t('gallery.months')}
      className="absolute inset-y-4 end-3.5 hidden flex-col items-center justify-between desk:flex"
    >
      {shown.map((month) => (
        <button
          key={month}
          type="button"
          aria-current={month === marked || undefined}
          onClick={() => onPick(month)}
          className={cx(
            'min-h-7 rounded-full px-2.5 text-12 tabular-nums pointer-coarse:min-h-11',
            month === marked
              ? 'bg-surface-raised font-semibold text-ink shadow-float'
              : 'text-ink-soft hover:bg-hover hover:text-ink',
          )}
        >
          {monthShort(month, i18n.language)}
          <span className="sr-only">, {monthName(month, i18n.language)}</span>
        </button>
      ))}
    </nav>
  );
}
