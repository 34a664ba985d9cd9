import { DateSeparator } from '#client/parts/DateSeparator.tsx';
import { dayName } from '#client/parts/timeTexts.ts';
import type { ConversationProps } from './ConversationProps.ts';
import type { LineLook } from './lines/LineLook.ts';
import { useDayTitle } from './useDayTitle.ts';

export type DayHeadProps = { day: string; look: LineLook; onPick: ConversationProps['onPickDay'] };

/** The day's chip. Screen readers hear the day with its first message. */
export function DayHead({ day, look, onPick }: DayHeadProps) {
  const title = useDayTitle(look.t, look.today);
  return (
    <div aria-hidden className="contents">
      <DateSeparator
        text={title(day) ?? dayName(day, look.today, look.language)}
        dateTime={day}
        onPress={onPick && ((chip) => onPick(day, chip))}
      />
    </div>
  );
}
