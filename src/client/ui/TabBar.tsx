import { Badge } from './Badge.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { NavItem } from './NavItem.ts';

export type TabBarProps = {
  /** the accessible name ("Main") */
  label: string;
  items: readonly NavItem[];
};

/** The bar at the foot of a phone, above its safe area. */
export function TabBar({ label, items }: TabBarProps) {
  return (
    <nav aria-label={label} className="safe-bottom flex flex-none border-t border-line bg-surface">
      {items.map((item) => (
        <a
          key={item.id}
          href={item.href}
          onClick={item.onClick}
          aria-current={item.isCurrent ? 'page' : undefined}
          className={cx(
            'flex min-h-tabbar min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 py-1 text-12 font-[550] -outline-offset-2',
            item.isCurrent ? 'text-brand-text' : 'text-ink-soft',
          )}
        >
          <span
            className={cx(
              'relative grid h-7 w-[52px] place-items-center rounded-kabar [--kabar:12px]',
              item.isCurrent && 'bg-brand-soft',
            )}
          >
            <Icon icon={item.icon} size={24} />
            <Badge count={item.badge ?? 0} className="absolute -end-[5px] -top-1.5 ring-2 ring-surface" />
          </span>
          <span className="max-w-full text-center text-balance">{item.label}</span>
          {item.badgeLabel && <span className="sr-only">, {item.badgeLabel}</span>}
        </a>
      ))}
    </nav>
  );
}
