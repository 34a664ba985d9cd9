import { AtSign } from 'lucide-react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

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
      className={cx('inline-grid size-5 flex-none place-items-center rounded-full bg-unread text-unread-ink', className)}
    >
      <Icon icon={AtSign} size={12} className="[stroke-width:3]" />
    </span>
  );
}
