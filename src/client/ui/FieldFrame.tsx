import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type FieldFrameProps = {
  /** id of the control; the hint gets `<id>-hint`, the error `<id>-error` */
  id: string;
  label: string;
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** what is wrong and what would be right; replaces the hint */
  error?: string;
  isDisabled?: boolean;
  children: ReactNode;
};

/** Label above, control, hint or error below: the frame of every form control. */
export function FieldFrame({ id, label, isLabelHidden, hint, error, isDisabled, children }: FieldFrameProps) {
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className={isLabelHidden ? 'sr-only' : cx('mb-1.5 block text-13 font-semibold', isDisabled && 'text-ink-faint')}
      >
        {label}
      </label>
      {children}
      {/* The live region stands before the error does, or it is not announced. */}
      <div id={`${id}-error`} role="alert">
        {error && (
          <p className="mt-1.5 flex gap-1 text-12 text-danger">
            <Icon icon={CircleAlert} size={16} />
            <span>{error}</span>
          </p>
        )}
      </div>
      {hint && !error && (
        <div id={`${id}-hint`} className="mt-1.5 text-12 text-ink-faint">
          {hint}
        </div>
      )}
    </div>
  );
}
