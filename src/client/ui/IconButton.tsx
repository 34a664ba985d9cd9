import type { KeyboardEventHandler, MouseEventHandler, PointerEventHandler, Ref } from 'react';
import { Badge } from './Badge.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export type IconButtonProps = {
  icon: IconType;
  /** the accessible name; also the native tooltip unless `hasTooltip` is false */
  label: string;
  hasTooltip?: boolean;
  /** `medium` is 36 px (44 on touch); `small` 32 (44 on touch by its target); `round` and `send` belong to the composer */
  look?: 'plain' | 'round' | 'send' | 'glass';
  size?: 'small' | 'medium';
  iconSize?: 16 | 20 | 24;
  /** for icons with a direction */
  isMirrored?: boolean;
  /** a toggle: true or false sets `aria-pressed`, undefined leaves it out */
  isPressed?: boolean;
  isBusy?: boolean;
  isDisabled?: boolean;
  badge?: number;
  type?: 'button' | 'submit';
  tabIndex?: number;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  onKeyDown?: KeyboardEventHandler<HTMLButtonElement>;
  /** a pointer comes near, or begins to press: for what has to be got ready before `onClick` */
  onPointerEnter?: PointerEventHandler<HTMLButtonElement>;
  onPointerDown?: PointerEventHandler<HTMLButtonElement>;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-describedby'?: string;
  'aria-keyshortcuts'?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

const SHAPES = {
  plain: 'rounded-field',
  round: 'rounded-full',
  send: 'rounded-kabar [--kabar:18px] [--kabar-tight:6px] pointer-coarse:[--kabar:22px]',
  glass: 'rounded-full',
};

const COLOURS = {
  plain: 'text-ink-soft hover:bg-hover hover:text-ink active:bg-press',
  round: 'text-ink-soft hover:bg-hover hover:text-ink active:bg-press',
  send: 'bg-brand text-brand-ink hover:bg-brand-hover',
  glass: 'bg-[oklch(0.2_0.005_80/0.55)] text-white',
};

/** The colours of the state it is in: a disabled one has no hover, a pressed toggle is teal. */
function coloursOf(look: keyof typeof COLOURS, isDisabled: boolean, isPressed: boolean): string {
  if (isDisabled) return cx('text-ink-faint', look === 'send' && 'bg-press');
  return cx('active:scale-[0.94]', isPressed ? 'bg-brand-soft text-brand-text hover:veil' : COLOURS[look]);
}

/** A button of one icon, with a name. `isPressed` makes it a toggle. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    hasTooltip = true,
    look = 'plain',
    size = 'medium',
    iconSize = 20,
    isMirrored,
    isPressed,
    isBusy = false,
    isDisabled = false,
    badge = 0,
    type = 'button',
    onClick,
    className,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={hasTooltip ? label : undefined}
      aria-pressed={isPressed}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      disabled={isDisabled}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(
        'relative inline-grid flex-none place-items-center transition-transform',
        size === 'small' ? 'hit-44 size-8' : 'size-hit',
        SHAPES[look],
        coloursOf(look, isDisabled, isPressed === true),
        className,
      )}
    >
      {isBusy ? <Spinner /> : <Icon icon={icon} size={iconSize} isMirrored={isMirrored} />}
      <Badge count={badge} className="absolute -end-1 -top-0.5" />
    </button>
  );
}
