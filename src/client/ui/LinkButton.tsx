import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { buttonClass } from './buttonClass.ts';
import type { ButtonKind, ButtonSize } from './buttonClass.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type LinkButtonProps = {
  children: ReactNode;
  href: string;
  /** `text` is a plain link in the line; the others look like a `Button`. */
  kind?: ButtonKind | 'text';
  size?: ButtonSize;
  icon?: IconType;
  isIconMirrored?: boolean;
  isWide?: boolean;
  /** The router's handler: it calls `preventDefault` and moves there. */
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  className?: string;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link to a place of the app that looks like a button or, with `text`, like a link. */
export function LinkButton({
  children,
  kind = 'text',
  size = 'medium',
  icon,
  isIconMirrored,
  isWide,
  className,
  ...rest
}: LinkButtonProps) {
  const look =
    kind === 'text'
      ? 'hit-44 inline-flex items-center gap-2 rounded-[4px] font-semibold text-brand-text underline-offset-3 hover:underline'
      : buttonClass(kind, size, { isWide });
  return (
    <a {...rest} className={cx(look, className)}>
      {icon && (
        <Icon
          icon={icon}
          size={size === 'small' ? 16 : 20}
          isMirrored={isIconMirrored}
          className={kind === 'text' ? undefined : '-ms-1'}
        />
      )}
      {children}
    </a>
  );
}
