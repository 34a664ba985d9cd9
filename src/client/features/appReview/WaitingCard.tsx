import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isoTime, momentText } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { AppHead } from './AppHead.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { Reviews } from './useReviews.ts';

export type WaitingCardProps = {
  item: Reviews['waiting'][number];
  isBusy: boolean;
  /** opens this version for me alone */
  onPreview: (() => void) | undefined;
  onApprove: () => void;
  onDecline: () => void;
};

/** A version that waits: who made it, what it would change, and the two answers. */
export function WaitingCard({ item, isBusy, onPreview, onApprove, onDecline }: WaitingCardProps) {
  const { t, i18n } = useTranslation();
  const { app, version, live } = item;
  return (
    <article
      aria-label={app.id}
      className="grid grid-cols-1 gap-4 rounded-card bg-surface-raised p-4 shadow-edge [--plane:var(--surface-raised)]"
    >
      <AppHead
        app={app}
        manifest={version.manifest}
        end={
          <span className="flex flex-wrap items-center gap-2">
            <Tag>{t('makers.version', { n: version.n })}</Tag>
            <time dateTime={isoTime(version.created)} className="text-12 text-ink-soft tabular-nums">
              {momentText(version.created, i18n.language)}
            </time>
          </span>
        }
      />
      <ChangeList live={live} next={version.manifest} />
      <p className="text-13 [overflow-wrap:anywhere] text-ink-soft">
        {t('makers.review.runsAt')} <bdi dir="ltr">{version.preview}</bdi>
      </p>
      <div className="flex flex-wrap gap-2 max-tablet:*:flex-auto">
        {onPreview && (
          <Button kind="tonal" size="small" icon={Eye} onClick={onPreview}>
            {t('makers.review.preview')}
          </Button>
        )}
        <Button size="small" isDisabled={isBusy} onClick={onApprove}>
          {t('makers.review.approve')}
        </Button>
        <Button kind="dangerQuiet" size="small" isDisabled={isBusy} aria-haspopup="dialog" onClick={onDecline}>
          {t('makers.review.decline')}
        </Button>
      </div>
    </article>
  );
}
