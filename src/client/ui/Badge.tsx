import { cx } from './cx.ts';

export type BadgeProps = {
  /** how many; 0 shows nothing, above 99 shows "99+" */
  count: number;
  /** `muted`: of a chat that makes no noise */
  tone?: 'unread' | 'muted';
  /** what the number means, for screen readers ("3 unread messages"); without it the badge is decoration of a labelled control */
  label?: string;
  className?: string;
};

/** The coral number of what is new. */
export function Badge({ count, tone = 'unread', label, className }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      dir="ltr"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={cx(
        'inline-grid h-5 min-w-5 flex-none place-items-center rounded-full px-1.5 text-[12px] leading-5 font-bold tracking-tight tabular-nums',
        tone === 'muted' ? 'bg-muted text-white' : 'bg-unread text-unread-ink',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
