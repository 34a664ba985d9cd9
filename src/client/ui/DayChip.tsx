export type DayChipProps = {
  text: string;
  /** ISO date */
  dateTime: string;
  /** makes it a button for pointers; keyboards have another way to the same place */
  onPress?: ((chip: Element) => void) | undefined;
};

/** The name of a day on a small pill. */
export function DayChip({ text, dateTime, onPress }: DayChipProps) {
  const chip = (
    <time
      dateTime={dateTime}
      className="inline-block rounded-full bg-surface px-3 py-1 text-12 font-[550] whitespace-nowrap text-ink-soft shadow-[0_0_0_1px_var(--line)]"
    >
      {text}
    </time>
  );
  if (!onPress) return chip;
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={(event) => onPress(event.currentTarget)}
      className="hit-44 pointer-events-auto relative rounded-full bg-surface hover:veil active:scale-[0.97]"
    >
      {chip}
    </button>
  );
}
