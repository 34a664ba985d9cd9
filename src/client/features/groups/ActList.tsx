import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import type { ActRow } from './actRows.ts';

export type ActListProps = {
  rows: readonly ActRow[];
  isBusy: boolean;
  /** why the last refusal did not work */
  problem: string | undefined;
  onApprove: (act: ActRow) => void;
  /** calls off what waits */
  onRefuse: (act: ActRow) => void;
  onUndo: (act: ActRow) => void;
};

/** What waits for a second admin, and what can still be undone. Nothing when there is neither. */
export function ActList({ rows, isBusy, problem, onApprove, onRefuse, onUndo }: ActListProps) {
  const { t } = useTranslation();
  const waiting = rows.filter(({ isWaiting }) => isWaiting);
  const done = rows.filter(({ isWaiting }) => !isWaiting);
  return (
    <>
      {waiting.length > 0 && (
        <section className="mb-4">
          <SectionLabel>{t('guard.acts.waiting')}</SectionLabel>
          <ul className="grid gap-2">
            {waiting.map((act) => (
              <li key={act.id}>
                <Banner
                  tone="warn"
                  title={act.text}
                  action={
                    <>
                      {act.isMineToApprove && (
                        <Button kind="danger" size="small" aria-haspopup="dialog" onClick={() => onApprove(act)}>
                          {t('guard.acts.approve')}
                        </Button>
                      )}
                      <Button kind="quiet" size="small" isBusy={isBusy} onClick={() => onRefuse(act)}>
                        {act.isMine ? t('guard.acts.withdraw') : t('guard.acts.refuse')}
                      </Button>
                    </>
                  }
                >
                  <span className="block">{act.people}</span>
                  <span className="block text-ink-soft">{act.time}</span>
                  {!act.isMineToApprove && <span className="block text-ink-soft">{t('guard.acts.notYou')}</span>}
                </Banner>
              </li>
            ))}
          </ul>
          <p role="alert" className="mt-2 px-2 text-13 text-danger empty:hidden">
            {problem}
          </p>
        </section>
      )}
      {done.length > 0 && (
        <section className="mb-4">
          <SectionLabel>{t('guard.acts.undoable')}</SectionLabel>
          <ul className="divide-y divide-line rounded-card bg-surface-raised">
            {done.map((act) => (
              <li key={act.id} className="flex items-center gap-3 px-4 py-2.5">
                <span className="min-w-0 flex-1 text-13">
                  <span className="block [overflow-wrap:anywhere]">{act.text}</span>
                  <span className="line-clamp-2 text-ink-soft">{act.people}</span>
                  <span className="block text-12 text-ink-faint">{act.time}</span>
                </span>
                <Button
                  kind="tonal"
                  size="small"
                  aria-haspopup="dialog"
                  label={t('guard.acts.undoLabel', { what: act.text })}
                  onClick={() => onUndo(act)}
                >
                  {t('guard.acts.undo')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
