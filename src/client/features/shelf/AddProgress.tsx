import { useTranslation } from 'react-i18next';
import { problemText } from '#client/parts/problemText.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';
import type { AddProblem, AddState } from './addQueue.ts';

export type AddProgressProps = {
  state: AddState;
  onRetry: () => void;
  onCancel: () => void;
};

/** How far the files are that come into an album, and which of them did not. Nothing while there are none. */
export function AddProgress({ state, onRetry, onCancel }: AddProgressProps) {
  const { t } = useTranslation();
  const { isRunning, done, total, sent, failed } = state;
  const wordsOf = (problem: AddProblem): string =>
    typeof problem === 'object'
      ? problem.code === 'FULL'
        ? t('shelf.photo.full')
        : problemText(t, problem)
      : t(`shelf.add.${problem}`);
  const canRetry = failed.some(({ problem }) => typeof problem === 'object' || problem === 'unavailable');
  if (!isRunning && failed.length === 0) return null;
  return (
    <div className="grid gap-2 pb-4">
      {isRunning && (
        <div className="flex items-center gap-3 rounded-card bg-surface-raised p-3 shadow-edge">
          <div className="grid min-w-0 flex-1 gap-1.5">
            <p role="status" className="text-13 tabular-nums">
              {t('shelf.add.running', { index: Math.min(done + 1, total), total })}
            </p>
            <ProgressBar look="thin" label={t('shelf.add.progress')} value={total === 0 ? 0 : (done + sent) / total} />
          </div>
          <Button kind="quiet" size="small" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
      {failed.length > 0 && (
        <Banner
          tone="danger"
          role="alert"
          title={t('shelf.add.failed', { count: failed.length })}
          action={
            !isRunning && (
              <>
                {canRetry && (
                  <Button size="small" onClick={onRetry}>
                    {t('shelf.retry')}
                  </Button>
                )}
                <Button kind="quiet" size="small" onClick={onCancel}>
                  {t('shelf.add.forget')}
                </Button>
              </>
            )
          }
        >
          <ul className="grid gap-0.5">
            {failed.slice(0, 5).map(({ name, problem }, index) => (
              <li key={`${index}-${name}`} className="wrap-anywhere">
                <bdi>{name}</bdi>: {wordsOf(problem)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
