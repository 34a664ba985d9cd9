import { useTranslation } from 'react-i18next';
import { isoTime, momentText } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { AppHead } from './AppHead.tsx';
import type { Reviews } from './useReviews.ts';

export type ReportedCardProps = {
  item: Reviews['reports'][number];
  isBusy: boolean;
  onCloseApp: () => void;
  /** there was nothing wrong */
  onSettle: () => void;
};

const reasons = ['deceives', 'harmful', 'private', 'broken', 'other'] as const;

/** An app that people reported, and what they said. Who they are is not told. */
export function ReportedCard({ item, isBusy, onCloseApp, onSettle }: ReportedCardProps) {
  const { t, i18n } = useTranslation();
  const { app, reports } = item;
  return (
    <article
      aria-label={app.id}
      className="grid grid-cols-1 gap-4 rounded-card bg-surface-raised p-4 shadow-edge [--plane:var(--surface-raised)]"
    >
      <AppHead app={app} end={<Tag tone="danger">{t('makers.review.count', { count: reports.length })}</Tag>} />
      <ul className="grid gap-2">
        {reports.map(({ id, at, reason, note }) => (
          <li key={id} className="grid gap-1 rounded-control bg-surface-sunken px-3 py-2 text-13">
            <span className="flex flex-wrap items-center gap-2">
              <b className="font-semibold">{t(`makers.why.${reasons.find((known) => known === reason) ?? 'other'}`)}</b>
              <time dateTime={isoTime(at)} className="ms-auto text-12 text-ink-soft tabular-nums">
                {momentText(at, i18n.language)}
              </time>
            </span>
            {note !== undefined && (
              <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-soft">
                “{note}”
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 max-tablet:*:flex-auto">
        <Button kind="danger" size="small" isDisabled={isBusy} aria-haspopup="dialog" onClick={onCloseApp}>
          {t('makers.review.close')}
        </Button>
        <Button kind="quiet" size="small" isDisabled={isBusy} onClick={onSettle}>
          {t('makers.review.settle')}
        </Button>
      </div>
    </article>
  );
}
