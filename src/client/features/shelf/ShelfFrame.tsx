import type { MouseEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';

export type ShelfFrameProps = {
  title: string;
  subtitle: string;
  /** face and name of the chat */
  face?: { id: string; name: string } | undefined;
  back: { href: string; onClick: MouseEventHandler<HTMLAnchorElement> };
  actions?: ReactNode;
  state: 'loading' | 'ready' | 'unreadable' | 'gone';
  /** in words: why nothing newer is shown, or why something did not work */
  problem?: string | undefined;
  /** what is shown was kept by this device */
  isOffline?: boolean;
  onRetry: () => void;
  /** a wide page for pictures, or one of the width of a column of text */
  width?: 'wide' | 'column';
  children: ReactNode;
};

/** The frame of the pages of a chat's shelf: head, what is wrong, and the page. */
export function ShelfFrame(props: ShelfFrameProps) {
  const { title, subtitle, face, back, actions, state, problem, isOffline = false, onRetry, width = 'column' } = props;
  const { t } = useTranslation();
  const edge = width === 'wide' ? 'w-full px-6 max-tablet:px-3' : 'mx-auto w-full max-w-180 px-6 max-tablet:px-4';
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]">
      <PaneHeader
        title={title}
        subtitle={<bdi>{subtitle}</bdi>}
        look="pane"
        lead={face && <Face face={face.id} name={face.name} size={40} />}
        back={{ href: back.href, label: t('common.back'), onClick: back.onClick }}
        actions={state === 'ready' && actions}
      />
      {problem !== undefined && state === 'ready' && (
        <div className={`${edge} flex-none pt-3`}>
          <Banner role="status">{isOffline ? t('shelf.offline') : problem}</Banner>
        </div>
      )}
      {state === 'loading' ? (
        <div className={`${edge} flex-1 pt-6`}>
          <SkeletonRows count={4} label={t('shelf.loading')} />
        </div>
      ) : state === 'ready' ? (
        <div className="scroll-pane relative min-h-0 flex-1">
          <div className={`${edge} pt-4 pb-10`}>{props.children}</div>
        </div>
      ) : (
        <EmptyState
          isCentred
          title={t(state === 'gone' ? 'shelf.gone' : 'shelf.unreadable')}
          text={state === 'gone' ? undefined : problem}
          action={
            state === 'unreadable' && (
              <Button kind="quiet" onClick={onRetry}>
                {t('shelf.retry')}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
