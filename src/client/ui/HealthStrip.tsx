import { Check, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type HealthStripProps = {
  /** what is so: "Reconnecting", "Offline" */
  title: string;
  /** what still works; hidden on phones */
  what?: string;
  /** what waits: "2 messages waiting"; shows everywhere */
  waiting?: string;
  tone?: 'warn' | 'danger' | 'ok';
  /** such as a ghost `Button` of size small ("Show") */
  action?: ReactNode;
};

const TONES = {
  warn: { ground: 'bg-warn-soft', ink: 'text-warn', icon: RefreshCw },
  danger: { ground: 'bg-danger-soft', ink: 'text-danger', icon: TriangleAlert },
  ok: { ground: 'bg-ok-soft', ink: 'text-ok', icon: Check },
};

/** The strip above everything right of the rail while something is not as it should be: what works now and what leaves later. */
export function HealthStrip({ title, what, waiting, tone = 'warn', action }: HealthStripProps) {
  const { ground, ink, icon } = TONES[tone];
  return (
    <div
      role="status"
      className={cx(
        'flex min-h-10 items-center gap-2.5 border-b border-line py-1 ps-4 pe-2 text-13 text-ink max-tablet:ps-3',
        ground,
      )}
    >
      <Icon icon={icon} className={ink} />
      <p className="min-w-0 flex-1 tablet:truncate">
        <b className="font-bold">{title}</b>
        {what && <span className="text-ink-soft max-tablet:sr-only"> · {what}</span>}
        {waiting && <span className="text-ink-soft"> · {waiting}</span>}
      </p>
      {action}
    </div>
  );
}
