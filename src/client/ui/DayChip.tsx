export type DayChipProps = { text: string; /** ISO date */ dateTime: string };

/** The name of a day on a small pill. */
export function DayChip({ text, dateTime }: DayChipProps) {
  return (
    <time
      dateTime={dateTime}
      className="inline-block rounded-full bg-surface px-3 py-1 text-12 font-[550] whitespace-nowrap text-ink-soft shadow-[0_0_0_1px_var(--line)]"
    >
      {text}
    </time>
  );
}
