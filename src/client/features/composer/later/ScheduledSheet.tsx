import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduledMax } from '#domain/scheduleRules.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { ScheduledRow, type ShownScheduled } from './ScheduledRow.tsx';

export type ScheduledSheetProps = {
  here: readonly ShownScheduled[];
  others: readonly ShownScheduled[];
  failed: readonly ShownScheduled[];
  /** `stale`: the server cannot be asked; what is shown was so when it could */
  state: 'loading' | 'ready' | 'stale' | 'missing';
  /** what a press could not do, in words */
  problem?: string | undefined;
  readerLang: string;
  onRetry: () => void;
  onClose: () => void;
  /** questions and editors above the list */
  children?: ReactNode;
};

/** Messages of this person that wait for their time: here, elsewhere, and those that could not be sent. */
export function ScheduledSheet(props: ScheduledSheetProps) {
  const { here, others, failed, state, problem, readerLang, onRetry, onClose, children } = props;
  const { t } = useTranslation();
  const isEmpty = here.length + others.length + failed.length === 0;
  const section = (label: string, rows: readonly ShownScheduled[]) =>
    rows.length > 0 && (
      <section className="pb-2">
        <SectionLabel>{label}</SectionLabel>
        <ul>
          {rows.map((row) => (
            <ScheduledRow key={row.key} row={row} readerLang={readerLang} />
          ))}
        </ul>
      </section>
    );
  return (
    <Sheet isOpen onClose={onClose} title={t('later.list')} closeLabel={t('common.close')}>
      <div className="grid gap-2 px-2 pb-2">
        <p className="text-12 text-ink-soft tabular-nums">
          {t('later.count', { here: here.length, max: scheduledMax, all: here.length + others.length })}
        </p>
        <Banner tone="info" icon={Clock}>
          {t('later.kept')}
        </Banner>
        {(state === 'stale' || state === 'missing') && (
          <Banner
            role="status"
            action={
              <Button kind="quiet" size="small" onClick={onRetry}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {state === 'stale' ? t('later.stale') : t('later.missing')}
          </Banner>
        )}
        {problem !== undefined && (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        )}
      </div>
      {state === 'loading' && isEmpty && <SkeletonRows label={t('later.loading')} count={3} />}
      {state === 'ready' && isEmpty && (
        <EmptyState pose="nap" title={t('later.empty.title')} text={t('later.empty.text')} />
      )}
      {section(t('later.failed'), failed)}
      {section(t('later.here'), here)}
      {section(t('later.others'), others)}
      {children}
    </Sheet>
  );
}
