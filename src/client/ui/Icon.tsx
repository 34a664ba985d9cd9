import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';

/** Any lucide icon; components take the icon itself, never an element, so that size and stroke stay theirs. */
export type IconType = LucideIcon;

export type IconProps = {
  icon: IconType;
  /** px; 24-grid icons are drawn at 14, 16, 20 or 24 */
  size?: 12 | 14 | 16 | 20 | 24 | 32;
  /** true for icons with a direction (back, reply, forward, send): they turn round in right-to-left */
  isMirrored?: boolean;
  className?: string;
};

/** An icon in the stroke of its size: 1.75 px at 20 and above, 1.5 below. Always decoration: the label belongs to the control. */
export function Icon({ icon: Drawing, size = 20, isMirrored = false, className }: IconProps) {
  return (
    <Drawing
      aria-hidden
      focusable={false}
      size={size}
      strokeWidth={size >= 20 ? 1.75 : 1.5}
      absoluteStrokeWidth
      className={cx('block flex-none', isMirrored && 'rtl:-scale-x-100', className)}
    />
  );
}
