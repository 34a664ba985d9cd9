import { cx } from './cx.ts';

export type MentionBadgeProps = {
  /** "Mentions you"; without it the badge is decoration of a labelled control */
  label?: string;
  className?: string;
};

/** The coral "@": somebody named you. It shows even where the chat is muted. */
export function MentionBadge({ label, className }: MentionBadgeProps) {
  return (
    <span
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={cx(
        'inline-grid size-5 flex-none place-items-center rounded-full bg-unread text-[12px] leading-5 font-bold text-unread-ink',
        className,
      )}
    >
      @
    </span>
  );
}
