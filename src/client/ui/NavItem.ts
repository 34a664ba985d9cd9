import type { MouseEventHandler } from 'react';
import type { IconType } from './Icon.tsx';

/** One place of the app, shown by `NavRail` and `TabBar`. */
export type NavItem = {
  id: string;
  href: string;
  label: string;
  icon: IconType;
  isCurrent: boolean;
  /** unread things; `badgeLabel` says it in words ("6 unread") */
  badge?: number;
  badgeLabel?: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
};
