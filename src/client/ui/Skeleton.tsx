import { cx } from './cx.ts';

export type SkeletonProps = {
  shape?: 'line' | 'person' | 'place' | 'box';
  /** CSS width of a line or box, px size of a face */
  width?: string | number;
  height?: number;
};

/** A still grey shape where cached content would be. Only when nothing is cached; it does not shimmer. */
export function Skeleton({ shape = 'line', width = '100%', height = shape === 'line' ? 12 : 48 }: SkeletonProps) {
  const radius = { line: 'rounded-join', person: 'rounded-full', place: 'rounded-[28%]', box: 'rounded-card' }[shape];
  return (
    <span
      aria-hidden
      className={cx('block flex-none bg-press', radius)}
      style={{ width: shape === 'person' || shape === 'place' ? height : width, height }}
    />
  );
}
