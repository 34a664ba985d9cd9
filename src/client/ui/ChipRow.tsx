import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type ChipRowProps = {
  children: ReactNode;
  label: string;
  /** `wrap` breaks into lines; else the row scrolls sideways */
  isWrapping?: boolean;
  className?: string;
};

/** A row of chips that scrolls sideways under a finger or wraps. */
export function ChipRow({ children, label, isWrapping = false, className }: ChipRowProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className={cx(
        'flex gap-2 py-1',
        isWrapping ? 'flex-wrap' : '-my-0 overflow-x-auto [scrollbar-width:none]',
        className,
      )}
    >
      {children}
    </div>
  );
}
