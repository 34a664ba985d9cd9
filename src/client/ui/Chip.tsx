import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type ChipProps = {
  children: ReactNode;
  isOn: boolean;
  onClick: () => void;
  /** a small number behind the words */
  count?: number;
  /** a tick when it is on, where colour alone would have to say so */
  hasTick?: boolean;
  lang?: string;
  isDisabled?: boolean;
  /** `radio` inside a radiogroup, else a toggle button */
  role?: 'radio';
  tabIndex?: number;
};

/** A small switch for a filter or a choice that stands in a row of its kind. */
export function Chip({ children, isOn, onClick, count, hasTick, lang, isDisabled, role, tabIndex }: ChipProps) {
  return (
    <button
      type="button"
      role={role}
      aria-checked={role ? isOn : undefined}
      aria-pressed={role ? undefined : isOn}
      lang={lang}
      disabled={isDisabled}
      tabIndex={tabIndex}
      onClick={onClick}
      className={cx(
        'hit-44 inline-flex min-h-8 flex-none items-center gap-1.5 rounded-full px-3 text-13 font-[550] whitespace-nowrap disabled:text-ink-faint max-tablet:min-h-9',
        isOn ? 'bg-brand-soft text-brand-text' : 'bg-surface-raised text-ink-soft shadow-edge enabled:hover:veil',
      )}
    >
      {hasTick && isOn && <Icon icon={Check} size={16} className="-ms-1" />}
      {children}
      {count !== undefined && (
        <span className={cx('font-semibold tabular-nums', !isOn && 'text-ink-faint')}>{count}</span>
      )}
    </button>
  );
}
