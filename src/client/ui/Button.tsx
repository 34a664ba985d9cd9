import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { buttonClass } from './buttonClass.ts';
import type { ButtonKind, ButtonSize } from './buttonClass.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconType;
  /** for icons with a direction */
  isIconMirrored?: boolean;
  /** Work is under way: the button keeps its width, shows a ring and ignores presses, but stays focusable. */
  isBusy?: boolean;
  isDisabled?: boolean;
  /** as wide as its parent */
  isWide?: boolean;
  type?: 'button' | 'submit';
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** replaces the visible text for screen readers; must contain it */
  label?: string;
  /** id of the form it submits, when it stands outside */
  form?: string;
  tabIndex?: number;
  'aria-describedby'?: string;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

/** A button that says what it does. `filled` once per view, `cta` (coral) for the one call to action, `danger` for what cannot be undone. */
export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'filled',
    size = 'medium',
    icon,
    isIconMirrored,
    isBusy = false,
    isDisabled = false,
    isWide,
    type = 'button',
    onClick,
    label,
    className,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-label={label}
      onClick={(event) => {
        // A busy submit button must not send the form a second time.
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(buttonClass(kind, size, { isWide, isDisabled }), className)}
    >
      <span className={cx('inline-flex items-center justify-center gap-2', isBusy && 'opacity-0')}>
        {icon && <Icon icon={icon} size={size === 'small' ? 16 : 20} isMirrored={isIconMirrored} className="-ms-1" />}
        {children}
      </span>
      {isBusy && <Spinner className="absolute" />}
    </button>
  );
}
