import { Check } from 'lucide-react';
import type { FocusEventHandler, KeyboardEventHandler, MouseEventHandler, ReactNode } from 'react';
import { Face } from './Face.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { textLang } from './textLang.ts';

export type PersonRowProps = {
  id: string;
  name: string;
  src?: string;
  shape?: 'person' | 'place';
  isOnline?: boolean;
  isVerified?: boolean;
  /** status, handle, or what is so ("12 chats, moderator") */
  detail?: string;
  /** px of the face: 48 friends, 40 members and choices */
  avatarSize?: 40 | 48;
  /** what stands at the end: a `Tag`, a `Badge`, an `IconButton`; it stays a control of its own */
  end?: ReactNode;
  /** the row leads somewhere … */
  href?: string;
  /** … or does something */
  onClick?: MouseEventHandler<HTMLElement>;
  /** the row is a tick box: true or false */
  isTicked?: boolean;
  isChosen?: boolean;
  isDisabled?: boolean;
  /** replaces name and detail for screen readers; must contain the name */
  label?: string;
  readerLang: string;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
  onFocus?: FocusEventHandler<HTMLElement>;
  tabIndex?: 0 | -1;
};

/** One person (or place) in a list, 56 px with a face of 40. The whole row is the target; what stands at its end keeps its own. */
export function PersonRow(props: PersonRowProps) {
  const {
    id,
    name,
    src,
    shape,
    isOnline,
    isVerified,
    detail,
    avatarSize = 48,
    end,
    isTicked,
    isChosen,
    isDisabled,
    readerLang,
  } = props;
  return (
    <div
      className={cx(
        'relative flex min-h-14 items-center gap-3 rounded-card p-2',
        isChosen
          ? 'tablet:bg-brand-soft tablet:[--plane:var(--brand-soft)]'
          : (props.href ?? props.onClick) && !isDisabled && 'hover:bg-hover',
      )}
    >
      <Face
        face={id}
        name={name}
        src={src}
        shape={shape}
        size={avatarSize}
        isOnline={isOnline}
        isVerified={isVerified}
      />
      <span className="grid min-w-0 flex-1 grid-cols-1">
        <Target {...props}>
          <bdi lang={textLang(name, readerLang)}>{name}</bdi>
        </Target>
        {detail && (
          <span
            lang={textLang(detail, readerLang)}
            dir="auto"
            className="truncate [text-align:-webkit-match-parent] [text-align:match-parent] text-13 leading-[calc(1.25rem*var(--text-scale))] text-ink-soft"
          >
            {detail}
          </span>
        )}
      </span>
      {end && <span className="relative z-1 flex flex-none items-center gap-1">{end}</span>}
      {isTicked !== undefined && (
        <span
          aria-hidden
          className={cx(
            'grid size-5 flex-none place-items-center rounded-join',
            isTicked ? 'bg-brand text-brand-ink' : 'shadow-[inset_0_0_0_1.75px_var(--line-strong)]',
          )}
        >
          {isTicked && <Icon icon={Check} size={14} />}
        </span>
      )}
    </div>
  );
}

/** The name, as link, tick box, button or plain words; its target is stretched over the row. */
function Target({
  href,
  onClick,
  isTicked,
  isChosen,
  isDisabled,
  label,
  onKeyDown,
  onFocus,
  tabIndex,
  children,
}: PersonRowProps & { children: ReactNode }) {
  const look =
    'block truncate text-start font-semibold outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus disabled:text-ink-faint';
  const shared = { 'aria-label': label, onClick, onKeyDown, onFocus, tabIndex, className: look };
  if (href !== undefined) {
    return (
      <a {...shared} href={href} aria-current={isChosen ? 'page' : undefined}>
        {children}
      </a>
    );
  }
  if (!onClick) return <span className="block truncate font-semibold">{children}</span>;
  const isTick = isTicked !== undefined;
  return (
    <button
      {...shared}
      type="button"
      role={isTick ? 'checkbox' : undefined}
      aria-checked={isTick ? isTicked : undefined}
      disabled={isDisabled}
    >
      {children}
    </button>
  );
}
