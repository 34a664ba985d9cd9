import { cx } from './cx.ts';

export type SpinnerProps = {
  /** px */
  size?: number;
  /** what is going on, for screen readers; leave out where the control itself says `aria-busy` */
  label?: string;
  className?: string;
};

/** A turning ring for work on the network. Local work is too quick to deserve one. */
export function Spinner({ size = 16, label, className }: SpinnerProps) {
  return (
    <span
      role={label ? 'status' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={cx(
        'inline-block flex-none animate-spin rounded-full border-2 border-current border-e-transparent motion-reduce:[animation-duration:2.4s]',
        className,
      )}
      style={{ width: size, height: size }}
    />
  );
}
