import { cx } from './cx.ts';

export type ProgressBarProps = {
  /** 0–1 */
  value: number;
  label: string;
  look?: 'thin' | 'normal';
};

/** How far something is. Grows by scaling, so that it costs no layout. */
export function ProgressBar({ value, label, look = 'normal' }: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className={cx('block overflow-hidden rounded-full bg-press', look === 'thin' ? 'h-1' : 'h-2')}
    >
      <span
        className="block h-full origin-left rounded-full bg-brand transition-transform rtl:origin-right"
        style={{ transform: `scaleX(${share})` }}
      />
    </span>
  );
}
