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
        // The focus ring of the first and the last chip would be cut at the edge of what scrolls.
        isWrapping ? 'flex-wrap' : '-mx-1 scroll-px-1 overflow-x-auto px-1 [scrollbar-width:none]',
        className,
      )}
    >
      {children}
    </div>
  );
}
