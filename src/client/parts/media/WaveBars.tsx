import { cx } from '#client/ui/cx.ts';

/** Heights of the bars, px. */
const [lowest, highest] = [3, 26];

export type WaveBarsProps = {
  /** loudness 0–1, a bar each */
  levels: readonly number[];
  /** how much of it was heard, 0–1 */
  share: number;
};

/** A voice as bars; those that were heard are in the colour of the brand. Only a picture: what it means is said around it. */
export function WaveBars({ levels, share }: WaveBarsProps) {
  return (
    <span aria-hidden className="flex h-7 w-full items-center justify-between gap-px overflow-hidden">
      {levels.map((level, index) => (
        <i
          // oxlint-disable-next-line react/no-array-index-key -- bars have no other name than their place
          key={index}
          style={{ height: `${lowest + level * (highest - lowest)}px` }}
          className={cx(
            'w-[2.5px] min-w-px shrink rounded-full',
            (index + 0.5) / levels.length <= share ? 'bg-brand' : 'bg-line-strong opacity-75',
          )}
        />
      ))}
    </span>
  );
}
