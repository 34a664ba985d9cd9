import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';

export type SaveProgressProps = {
  done: number;
  total: number;
  isRunning: boolean;
  /** how many could not be had */
  failed: number;
  onRetry: () => void;
  onStop: () => void;
};

/** How far the saving of an album is. Nothing while none is saved. */
export function SaveProgress({ done, total, isRunning, failed, onRetry, onStop }: SaveProgressProps) {
  const { t } = useTranslation();
  if (total === 0) return null;
  if (isRunning) {
    return (
      <div className="mb-4 flex items-center gap-3 rounded-card bg-surface-raised p-3 shadow-edge">
        <div className="grid min-w-0 flex-1 gap-1.5">
          <p role="status" className="text-13 tabular-nums">
            {t('shelf.save.running', { index: Math.min(done + 1, total), total })}
          </p>
          <ProgressBar look="thin" label={t('shelf.save.progress')} value={done / total} />
        </div>
        <Button kind="quiet" size="small" onClick={onStop}>
          {t('common.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className="pb-4">
      <Banner
        tone={failed > 0 ? 'danger' : 'ok'}
        role="status"
        action={
          <>
            {failed > 0 && (
              <Button size="small" onClick={onRetry}>
                {t('shelf.retry')}
              </Button>
            )}
            <Button kind="quiet" size="small" onClick={onStop}>
              {t('common.close')}
            </Button>
          </>
        }
      >
        {failed > 0 ? t('shelf.save.failed', { count: failed }) : t('shelf.save.done', { count: total })}
      </Banner>
    </div>
  );
}
