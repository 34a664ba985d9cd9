import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components';
import { AriaLocale } from './AriaLocale.tsx';
import { cx } from './cx.ts';
import { dayLabel, type DayWords } from './dayLabel.ts';
import { Icon } from './Icon.tsx';
import { weekStart } from './weekStart.ts';

export type DayCalendarProps = {
  label: string;
  /** the days that can be chosen (`YYYY-MM-DD`), each with how much happened on it, 0–1: the length of its mark */
  days: ReadonlyMap<string, number>;
  /** first and last day that can be reached at all */
  min: string;
  max: string;
  /** where it opens; marked when it can be chosen */
  day: string;
  language: string;
  labels: { previous: string; next: string } & DayWords;
  /** The month on screen, `YYYY-MM`. */
  onMonth: (month: string) => void;
  onPick: (day: string) => void;
};

/** Shortest and longest mark below a day, px. */
const MARK_PX = { least: 3, most: 14 };

/** A month, of which the days with something in them can be chosen. Loads React Aria: import what shows it with `lazyPart`. */
export function DayCalendar({ label, days, min, max, day, language, labels, onMonth, onPick }: DayCalendarProps) {
  const start = weekStart(language, navigator.languages);
  const root = useHiddenTurn(labels.next);
  return (
    <AriaLocale>
      <Calendar
        ref={root}
        aria-label={label}
        autoFocus
        defaultFocusedValue={parseDate(day)}
        value={days.has(day) ? parseDate(day) : null}
        minValue={parseDate(min)}
        maxValue={parseDate(max)}
        isDateUnavailable={(date) => !days.has(date.toString())}
        onFocusChange={(date) => onMonth(date.toString().slice(0, 7))}
        onChange={(date) => onPick(date.toString())}
        {...(start ? { firstDayOfWeek: start } : {})}
      >
        <div className="flex items-center gap-1 ps-2 pb-1">
          <CalendarHeading className="min-w-0 flex-1 text-15 font-[650]" />
          <Turn slot="previous" label={labels.previous} />
          <Turn slot="next" label={labels.next} />
        </div>
        <CalendarGrid weekdayStyle="short" className="mx-auto border-separate border-spacing-0">
          <CalendarGridHeader>
            {(name) => (
              <CalendarHeaderCell className="h-7 p-0 text-center text-12 font-normal text-ink-faint">
                {name}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                // React Aria does not speak all of our languages; what it says of a day is put in our own words.
                render={(cell, { isSelected, isToday }) => (
                  <div
                    {...cell}
                    aria-label={dayLabel(date.toString(), { language, labels, min, max, isSelected, isToday })}
                  />
                )}
                // Days of the neighbours are no days here, for screen readers neither.
                className={({ isOutsideMonth }) => (isOutsideMonth ? 'invisible' : 'outline-none')}
              >
                {({ isSelected, isUnavailable, isDisabled, isFocusVisible, isHovered }) => (
                  <span
                    // Drawn, not written: the button's name says the day in full, and a bare number is no part of it in every language.
                    data-day={date.day}
                    className={cx(
                      'relative grid size-10 place-items-center before:content-[attr(data-day)] text-13 tabular-nums max-tablet:size-11 pointer-coarse:size-11',
                      isSelected
                        ? 'rounded-kabar bg-brand text-brand-ink [--kabar-tight:4px] [--kabar:12px]'
                        : 'rounded-card',
                      isUnavailable || isDisabled ? 'text-ink-faint' : 'cursor-pointer font-semibold',
                      isHovered && !isSelected && !isUnavailable && 'bg-hover',
                      date.toString() === max && !isSelected && 'shadow-[inset_0_0_0_1.5px_var(--line-strong)]',
                      isFocusVisible && 'outline-2 -outline-offset-1 outline-focus',
                    )}
                  >
                    <Mark weight={days.get(date.toString())} isOnBrand={isSelected} />
                  </span>
                )}
              </CalendarCell>
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </AriaLocale>
  );
}

/** Behind the days React Aria has a button for screen readers on phones, and names it itself: it gets our name. */
function useHiddenTurn(label: string) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const hidden of root.current?.querySelectorAll('button:not([slot])') ?? []) hidden.ariaLabel = label;
  }, [label]);
  return root;
}

function Turn({ slot, label }: { slot: 'previous' | 'next'; label: string }) {
  return (
    <Button
      slot={slot}
      aria-label={label}
      className="inline-grid size-hit flex-none cursor-pointer place-items-center rounded-field text-ink-soft outline-none data-disabled:cursor-default data-disabled:text-ink-faint data-disabled:opacity-50 data-focus-visible:outline-2 data-focus-visible:outline-focus data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-press"
    >
      <Icon icon={slot === 'previous' ? ChevronLeft : ChevronRight} isMirrored />
    </Button>
  );
}

function Mark({ weight, isOnBrand }: { weight: number | undefined; isOnBrand: boolean }) {
  if (weight === undefined) return null;
  const width = MARK_PX.least + Math.round(weight * (MARK_PX.most - MARK_PX.least));
  return (
    <span
      aria-hidden
      className={cx('absolute bottom-[5px] h-1 rounded-full', isOnBrand ? 'bg-current' : 'bg-brand')}
      style={{ width }}
    />
  );
}
