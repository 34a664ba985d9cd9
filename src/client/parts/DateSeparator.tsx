import { DayChip } from '#client/ui/DayChip.tsx';

export type DateSeparatorProps = {
  /** "Friday, 17 October" */
  text: string;
  /** ISO date */
  dateTime: string;
  /** false where a list draws its own sticky copy on top */
  isSticky?: boolean;
  /** A press on the chip, such as for a calendar. */
  onPress?: ((chip: Element) => void) | undefined;
};

/** The day's chip between two days. It sticks 8 px below the header as long as its parent (the day's section) is in sight. */
export function DateSeparator({ text, dateTime, isSticky = true, onPress }: DateSeparatorProps) {
  return (
    <div
      // 8 px beyond the edge: of its own padding of 16 the 8 above the chip stay in sight.
      className={
        isSticky
          ? 'pointer-events-none sticky -top-2 z-2 flex justify-center pt-4 pb-3'
          : 'flex justify-center pt-4 pb-3'
      }
    >
      <DayChip text={text} dateTime={dateTime} onPress={onPress} />
    </div>
  );
}
