import { ChevronLeft } from 'lucide-react';
import type { MouseEventHandler, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type PaneHeaderProps = {
  title: string;
  /** small words below, such as "14 members" */
  subtitle?: ReactNode;
  lang?: string;
  /** `list`: big title on its own plane; `pane`: smaller, with a hairline below, for the conversation and side panels */
  look?: 'list' | 'pane';
  level?: 1 | 2;
  /** a way back; `isPhoneOnly` hides it from 700 px on */
  back?: { href: string; label: string; onClick?: MouseEventHandler<HTMLAnchorElement>; isPhoneOnly?: boolean };
  /** before the title: usually an `Avatar` of 40 */
  lead?: ReactNode;
  /** icon buttons at the end */
  actions?: ReactNode;
  /** makes the title a button that covers face and words, for "open the info" */
  onTitleClick?: () => void;
};

/** The head of a pane: back, face, title, actions. 60 px high, 56 on a phone; it grows with the text size. */
export function PaneHeader({
  title,
  subtitle,
  lang,
  look = 'list',
  level = 1,
  back,
  lead,
  actions,
  onTitleClick,
}: PaneHeaderProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header
      className={cx(
        'flex min-h-header flex-none items-center gap-1 bg-surface py-1 ps-4 pe-3 [--plane:var(--surface)] max-tablet:pe-1',
        look === 'pane' && 'border-b border-line',
        back && 'max-tablet:ps-1',
      )}
    >
      {back && (
        <a
          href={back.href}
          onClick={back.onClick}
          aria-label={back.label}
          className={cx(
            'inline-grid size-hit flex-none place-items-center rounded-field text-ink-soft hover:bg-hover hover:text-ink',
            back.isPhoneOnly && 'tablet:hidden',
          )}
        >
          <Icon icon={ChevronLeft} size={24} isMirrored />
        </a>
      )}
      <div className="relative flex min-w-0 flex-1 items-center gap-3">
        {lead}
        <div className="grid min-w-0 flex-1 grid-cols-1">
          <Heading
            lang={lang}
            dir="auto"
            className={cx(
              'truncate [text-align:-webkit-match-parent] [text-align:match-parent]',
              look === 'list' ? 'text-20 font-[650] tracking-tight' : 'text-15 font-[650]',
            )}
          >
            {onTitleClick ? (
              // The button stands inside the heading and is stretched over face and words: a heading inside a button would be lost to screen readers.
              <button
                type="button"
                onClick={onTitleClick}
                className="max-w-full truncate text-start outline-none after:absolute after:inset-0 after:rounded-control focus-visible:after:outline-2 focus-visible:after:outline-focus"
              >
                {title}
              </button>
            ) : (
              title
            )}
          </Heading>
          {subtitle && <p className="truncate text-12 text-ink-soft">{subtitle}</p>}
        </div>
      </div>
      {actions && <div className="flex flex-none items-center gap-1">{actions}</div>}
    </header>
  );
}
