import type { MouseEventHandler, ReactNode } from 'react';
import { Badge } from './Badge.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { LogoMark } from './LogoMark.tsx';
import type { NavItem } from './NavItem.ts';

export type NavRailProps = {
  /** the accessible name ("Main") */
  label: string;
  home: { href: string; label: string; onClick?: MouseEventHandler<HTMLAnchorElement> };
  items: readonly NavItem[];
  /** below the places: what the person has put there */
  pins?: ReactNode;
  /** places at the foot, such as settings */
  footItems?: readonly NavItem[];
  /** below everything: the person's own avatar, as a link */
  foot?: ReactNode;
};

/** The rail at the inline start from 700 px on. Its width is the token `--rail`. */
export function NavRail({ label, home, items, pins, footItems = [], foot }: NavRailProps) {
  return (
    <nav
      aria-label={label}
      className="flex h-full w-rail flex-none flex-col items-center gap-1 overflow-y-auto border-e border-line bg-surface-sunken py-3 [--plane:var(--surface-sunken)] [scrollbar-width:none]"
    >
      <a href={home.href} onClick={home.onClick} aria-label={home.label} className="mb-3 rounded-card">
        <LogoMark />
      </a>
      {items.map((item) => (
        <RailItem key={item.id} {...item} />
      ))}
      {pins}
      <span className="flex-1" />
      {footItems.map((item) => (
        <RailItem key={item.id} {...item} />
      ))}
      {foot && <div className="mt-2">{foot}</div>}
    </nav>
  );
}

function RailItem({ href, label, badgeLabel, icon, isCurrent, badge = 0, onClick }: NavItem) {
  return (
    <a
      href={href}
      onClick={onClick}
      title={label}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'relative grid size-12 flex-none place-items-center rounded-kabar',
        isCurrent ? 'bg-brand-soft text-brand-text' : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon icon={icon} size={24} />
      <span className="sr-only">{badgeLabel ? `${label}, ${badgeLabel}` : label}</span>
      <Badge
        count={badge}
        className={cx('absolute -end-[3px] top-px ring-2', isCurrent ? 'ring-brand-soft' : 'ring-plane')}
      />
    </a>
  );
}
