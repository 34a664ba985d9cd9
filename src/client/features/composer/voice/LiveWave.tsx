/** Height of the loudest bar, and of silence, px. */
const [highest, lowest] = [24, 3];

/** What the microphone hears: the newest at the end, and as much before it as there is room. */
export function LiveWave({ tail }: { tail: readonly number[] }) {
  return (
    <span aria-hidden className="flex h-7 min-w-0 flex-1 items-center justify-end gap-[2px] overflow-hidden">
      {tail.map((level, index) => (
        <i
          // oxlint-disable-next-line react/no-array-index-key -- bars have no other name than their place
          key={index}
          className="w-[2.5px] flex-none rounded-full bg-brand"
          style={{ height: `${lowest + level * (highest - lowest)}px` }}
        />
      ))}
    </span>
  );
}
