import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppId } from '#protocol/ids.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { CloseById } from './CloseById.tsx';
import { ClosedCard } from './ClosedCard.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { ReportedCard } from './ReportedCard.tsx';
import type { Reviews } from './useReviews.ts';
import { WaitingCard } from './WaitingCard.tsx';

export type ReviewListsProps = {
  reviews: Reviews;
  isBusy: boolean;
  /** why the last refusal did not work */
  problem: string | undefined;
  onPreview: ((app: AppId, n: number) => void) | undefined;
  /** with a note it is declined; resolves with whether it went through */
  onDecide: (app: AppId, n: number, note?: string) => Promise<boolean>;
  /** with a note it is closed, without one opened again */
  onClose: (app: AppId, note?: string) => Promise<boolean>;
  onSettle: (app: AppId) => void;
};

type Question = { app: AppId; n?: number };

/** The three lists of an administrator: what waits, what was reported, what is closed. */
export function ReviewLists(props: ReviewListsProps) {
  const { reviews, isBusy, problem, onPreview, onDecide, onClose, onSettle } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Question>();
  const { waiting, reports, closed } = reviews;
  const refuse = ({ app, n }: Question, note: string) =>
    void (n === undefined ? onClose(app, note) : onDecide(app, n, note)).then(
      (isDone) => isDone && setAsked(undefined),
    );
  const kind = asked?.n === undefined ? 'askClose' : 'askDecline';
  return (
    <>
      <List title={t('makers.review.waiting', { count: waiting.length })}>
        {waiting.length === 0 && <EmptyState level={3} title={t('makers.review.nothing')} />}
        {waiting.map((item) => (
          <WaitingCard
            key={`${item.app.id} ${item.version.n}`}
            item={item}
            isBusy={isBusy}
            onPreview={onPreview && (() => onPreview(item.app.id, item.version.n))}
            onApprove={() => void onDecide(item.app.id, item.version.n)}
            onDecline={() => setAsked({ app: item.app.id, n: item.version.n })}
          />
        ))}
      </List>
      {reports.length > 0 && (
        <List title={t('makers.review.reported', { count: reports.length })}>
          {reports.map((item) => (
            <ReportedCard
              key={item.app.id}
              item={item}
              isBusy={isBusy}
              onCloseApp={() => setAsked({ app: item.app.id })}
              onSettle={() => onSettle(item.app.id)}
            />
          ))}
        </List>
      )}
      {closed.length > 0 && (
        <List title={t('makers.review.closed', { count: closed.length })}>
          {closed.map((item) => (
            <ClosedCard key={item.app.id} item={item} isBusy={isBusy} onReopen={() => void onClose(item.app.id)} />
          ))}
        </List>
      )}
      <CloseById isBusy={isBusy} onAsk={(app) => setAsked({ app })} />
      {asked && (
        <NoteDialog
          title={t(`makers.review.${kind}`, { id: asked.app })}
          text={t(`makers.review.${kind}Text`)}
          confirmLabel={t(asked.n === undefined ? 'makers.review.close' : 'makers.review.decline')}
          isBusy={isBusy}
          problem={problem}
          onSend={(note) => refuse(asked, note)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="text-17 font-[650]">{title}</h2>
      {children}
    </section>
  );
}
