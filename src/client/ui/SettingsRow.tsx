import { ChevronRight } from 'lucide-react';
import { cloneElement, isValidElement, useId } from 'react';
import type { MouseEventHandler, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type SettingsRowProps = {
  title: ReactNode;
  detail?: ReactNode;
  icon?: IconType;
  /** a value in words at the end */
  value?: ReactNode;
  /** a `Switch` or the like at the end: it gets `aria-labelledby` of the title */
  control?: ReactElement<{ 'aria-labelledby'?: string; 'aria-describedby'?: string }>;
  /** anything else at the end: a `Tag`, or a `Button` whose `label` names the row ("Sign out Library computer") */
  end?: ReactNode;
  /** a control that needs the whole width stands below */
  below?: ReactNode;
  /** the row leads to a page … */
  href?: string;
  /** … or does something */
  onClick?: MouseEventHandler<HTMLElement>;
  tone?: 'plain' | 'danger';
};

/** A row of a `SettingsGroup`: icon, words, value or control. With `href` or `onClick` the whole row is the target. */
export function SettingsRow({
  title,
  detail,
  icon,
  value,
  control,
  end,
  below,
  href,
  onClick,
  tone = 'plain',
}: SettingsRowProps) {
  const id = useId();
  const isTarget = href !== undefined || onClick !== undefined;
  const stretched =
    'text-start outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus';
  return (
    <div className={cx('relative px-4 py-2', isTarget && 'rounded-card hover:bg-hover')}>
      <div className={cx('flex min-h-10 items-center gap-3', tone === 'danger' && 'text-danger')}>
        {icon && <Icon icon={icon} className={tone === 'danger' ? 'text-danger' : 'text-ink-soft'} />}
        {/* Where both do not fit on a line, the value stands below: beside it long words of the title would break. */}
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
          <div className="min-w-0 grow">
            <div id={id}>
              {href !== undefined ? (
                <a href={href} onClick={onClick} className={stretched}>
                  {title}
                </a>
              ) : onClick ? (
                <button type="button" onClick={onClick} className={stretched}>
                  {title}
                </button>
              ) : (
                title
              )}
            </div>
            {detail && (
              <div id={`${id}-detail`} className="text-13 text-ink-soft">
                {detail}
              </div>
            )}
          </div>
          {value !== undefined && <span className="max-w-full truncate text-ink-soft">{value}</span>}
        </div>
        {isValidElement(control) && (
          <span className="relative z-1 flex flex-none">
            {cloneElement(control, { 'aria-labelledby': id, 'aria-describedby': detail ? `${id}-detail` : undefined })}
          </span>
        )}
        {end && <span className="relative z-1 flex flex-none">{end}</span>}
        {href !== undefined && <Icon icon={ChevronRight} size={16} isMirrored className="text-ink-faint" />}
      </div>
      {below && <div className={cx('pb-1.5', icon && 'ps-8')}>{below}</div>}
    </div>
  );
}
