import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { AppHead } from './AppHead.tsx';
import type { Reviews } from './useReviews.ts';

export type ClosedCardProps = {
  item: Reviews['closed'][number];
  isBusy: boolean;
  onReopen: () => void;
};

/** An app that was closed, with what its maker was told. */
export function ClosedCard({ item, isBusy, onReopen }: ClosedCardProps) {
  const { t } = useTranslation();
  return (
    <article
      aria-label={item.app.id}
      className="grid grid-cols-1 gap-3 rounded-card bg-surface-raised p-4 shadow-edge [--plane:var(--surface-raised)]"
    >
      <AppHead app={item.app} />
      {item.note !== '' && (
        <p dir="auto" className="text-13 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-soft">
          “{item.note}”
        </p>
      )}
      <div>
        <Button kind="quiet" size="small" isDisabled={isBusy} onClick={onReopen}>
          {t('makers.review.reopen')}
        </Button>
      </div>
    </article>
  );
}
