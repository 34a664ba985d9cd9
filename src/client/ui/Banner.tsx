import { Check, CircleAlert, Info, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type BannerTone = 'warn' | 'danger' | 'info' | 'ok';

export type BannerProps = {
  tone?: BannerTone;
  title?: string;
  children?: ReactNode;
  icon?: IconType;
  action?: ReactNode;
  /** `alert` interrupts a screen reader: only for what just went wrong */
  role?: 'status' | 'alert' | 'note';
};

const TONES: Record<BannerTone, { ground: string; ink: string; icon: IconType }> = {
  warn: { ground: 'bg-warn-soft', ink: 'text-warn', icon: RefreshCw },
  danger: { ground: 'bg-danger-soft', ink: 'text-danger', icon: CircleAlert },
  info: { ground: 'bg-brand-soft', ink: 'text-brand-text', icon: Info },
  ok: { ground: 'bg-ok-soft', ink: 'text-ok', icon: Check },
};

/** A note inside a page: a bold first sentence, then the rest. */
export function Banner({ tone = 'warn', title, children, icon, action, role = 'note' }: BannerProps) {
  const look = TONES[tone];
  return (
    <div role={role} className={cx('flex gap-2.5 rounded-card p-3 text-13 text-ink', look.ground)}>
      <Icon icon={icon ?? look.icon} className={cx('-mt-px', look.ink)} />
      <div className="min-w-0 flex-1">
        {title && <b className="font-semibold">{title} </b>}
        {children}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
