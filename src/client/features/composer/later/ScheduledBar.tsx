import { ChevronRight, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type ScheduledBarProps = { waiting: number; failed: number; onOpen: () => void };

/** One thin line above the text: how many messages wait for their time here. */
export function ScheduledBar({ waiting, failed, onOpen }: ScheduledBarProps) {
  const { t } = useTranslation();
  const words = [
    waiting > 0 ? t('later.bar', { count: waiting }) : undefined,
    failed > 0 ? t('later.barFailed', { count: failed }) : undefined,
  ];
  return (
    <div className="mx-auto w-full max-w-[calc(var(--column)+32px)] flex-none px-4 max-tablet:px-2">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onOpen}
        className={cx(
          'flex min-h-9 w-full items-center gap-2 rounded-card px-3 text-start text-13 font-[550] pointer-coarse:min-h-11',
          failed > 0 ? 'bg-warn-soft text-warn hover:veil' : 'text-brand-text hover:bg-hover',
        )}
      >
        <Icon icon={failed > 0 ? CircleAlert : Clock} size={16} />
        <span className="min-w-0 flex-1 truncate">{words.filter(Boolean).join(' · ')}</span>
        <Icon icon={ChevronRight} size={16} isMirrored />
      </button>
    </div>
  );
}
