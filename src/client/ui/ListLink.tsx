import { ChevronRight } from 'lucide-react';
import type { MouseEventHandler, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type ListLinkProps = {
  href: string;
  title: string;
  icon: IconType;
  /** small words or a `Badge` at the end */
  end?: ReactNode;
  isCurrent?: boolean;
  /** `warn`: something waits there */
  tone?: 'plain' | 'warn';
  onClick?: MouseEventHandler<HTMLAnchorElement>;
};

/** A row of 44 px that leads to a page, for the settings menu and the like. */
export function ListLink({ href, title, icon, end, isCurrent, tone = 'plain', onClick }: ListLinkProps) {
  return (
    <a
      href={href}
      onClick={onClick}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex min-h-11 items-center gap-2 rounded-card py-1 ps-2 pe-3 -outline-offset-2',
        tone === 'warn' ? 'bg-warn-soft hover:veil' : isCurrent ? 'tablet:bg-brand-soft' : 'hover:bg-hover',
      )}
    >
      <span
        className={cx(
          'grid size-8 flex-none place-items-center',
          tone === 'warn' ? 'text-warn' : isCurrent ? 'text-ink-faint tablet:text-brand-text' : 'text-ink-faint',
        )}
      >
        <Icon icon={icon} />
      </span>
      <span
        className={cx(
          'min-w-0 flex-1 truncate',
          isCurrent || tone === 'warn' ? 'font-semibold text-ink' : 'text-ink-soft',
        )}
      >
        {title}
      </span>
      {end && <span className="flex flex-none items-center text-12 text-ink-faint">{end}</span>}
      <Icon icon={ChevronRight} size={16} isMirrored className="text-ink-faint tablet:hidden" />
    </a>
  );
}
