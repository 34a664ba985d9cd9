import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ActFailure } from '#client/parts/ActFailure.tsx';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { ReviewLists } from './ReviewLists.tsx';
import { useReviews } from './useReviews.ts';

export type ReviewPaneProps = {
  /** opens a version that is not live, for me alone */
  openDraft?: (app: AppId, n: number) => void;
};

/** `/apps/review`: what administrators of the installation decide about mini-apps. */
export function ReviewPane({ openDraft }: ReviewPaneProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const [, navigate] = useLocation();
  const { data, problem, isForbidden, reload } = useReviews();
  const act = useOneAct();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate('/settings');
  };
  // Somebody else may have answered meanwhile: the list is asked for again either way.
  const decide = async (app: AppId, n: number, note?: string) => {
    const key = note === undefined ? 'approve' : 'refuse';
    const isDone = await act.run(key, () =>
      rpc('review.decide', { app, n, ok: note === undefined, ...(note === undefined ? {} : { note }), op: newOp() }),
    );
    reload();
    return isDone;
  };
  const close = (app: AppId, note?: string) =>
    act.run(
      note === undefined ? 'reopen' : 'refuse',
      () => rpc('review.close', { app, on: note !== undefined, ...(note === undefined ? {} : { note }), op: newOp() }),
      reload,
    );
  const toWords = (key?: string) => (act.problem?.code === 'GONE' ? t('makers.review.gone') : key);
  const failed = act.problem?.key === 'refuse' ? undefined : act.problem;
  return (
    <section
      aria-label={t('makers.review.title')}
      className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]"
    >
      <PaneHeader
        look="pane"
        title={t('makers.review.title')}
        back={{ href: '/settings', label: t('makers.list.back'), onClick: follow }}
      />
      <div className="scroll-pane flex-1">
        <div className="mx-auto grid w-full max-w-180 grid-cols-1 gap-6 px-4 py-6">
          {isForbidden ? (
            <EmptyState title={t('makers.review.forbidden')} text={t('makers.review.forbiddenText')} />
          ) : (
            <>
              <ActFailure problem={failed && { ...failed, text: toWords(failed.text) ?? failed.text }} />
              {problem !== undefined && (
                <Banner
                  tone="danger"
                  role="alert"
                  action={
                    <Button kind="quiet" size="small" onClick={reload}>
                      {t('common.tryAgain')}
                    </Button>
                  }
                >
                  {problem}
                </Banner>
              )}
              {data === undefined && problem === undefined && <SkeletonRows label={t('makers.loading')} />}
              {data && (
                <ReviewLists
                  reviews={data}
                  isBusy={act.busyKey !== undefined}
                  problem={toWords(act.problemOf('refuse')?.text)}
                  onPreview={openDraft}
                  onDecide={decide}
                  onClose={close}
                  onSettle={(app) => void act.run('settle', () => rpc('review.settle', { app, op: newOp() }), reload)}
                />
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
