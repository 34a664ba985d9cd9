import type { ReactNode } from 'react';

export type VisuallyHiddenProps = {
  children: ReactNode;
  /** announces changes of its text */
  role?: 'status' | 'alert';
  id?: string;
};

/** Text for screen readers only. */
export function VisuallyHidden({ children, ...rest }: VisuallyHiddenProps) {
  return (
    <span {...rest} className="sr-only">
      {children}
    </span>
  );
}
