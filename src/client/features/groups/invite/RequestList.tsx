import { useTranslation } from 'react-i18next';
import { Handle } from '#client/parts/Handle.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Button } from '#client/ui/Button.tsx';

/** Somebody who waits to be let in. */
export interface RequestRow {
  id: number;
  faceId: string;
  name: string;
  handle: string | undefined;
  /** since when, in words */
  since: string;
  note: string | undefined;
}

export type RequestListProps = {
  question: string | undefined;
  requests: readonly RequestRow[];
  /** whose answers are on their way */
  busyIds: ReadonlySet<number>;
  onDecide: (request: RequestRow, accept: boolean) => void;
};

/** Who asks to come in, with what they answered. */
export function RequestList({ question, requests, busyIds, onDecide }: RequestListProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {question !== undefined && (
        <p lang={textLang(question, i18n.language)} className="mb-3 text-pretty text-ink-soft">
          {t('joining.requests.question', { question })}
        </p>
      )}
      <ul className="rounded-card bg-surface-raised shadow-edge [--plane:var(--surface-raised)]">
        {requests.map((request) => (
          <li key={request.id} className="flex flex-wrap items-start gap-3 border-line p-4 not-first:border-t">
            <Face face={request.faceId} name={request.name} size={40} />
            <div className="min-w-[min(200px,100%)] flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <b lang={textLang(request.name, i18n.language)} className="font-semibold break-words">
                  {request.name}
                </b>
                {request.handle !== undefined && <Handle handle={request.handle} className="text-13 text-ink-faint" />}
              </p>
              <p className="text-13 text-ink-faint">{request.since}</p>
              {request.note !== undefined && (
                <p lang={textLang(request.note, i18n.language)} className="mt-1 text-pretty break-words">
                  {request.note}
                </p>
              )}
            </div>
            <div className="flex flex-none gap-2">
              <Button
                size="small"
                label={t('joining.requests.acceptLabel', { name: request.name })}
                isBusy={busyIds.has(request.id)}
                onClick={() => onDecide(request, true)}
              >
                {t('joining.requests.accept')}
              </Button>
              <Button
                kind="quiet"
                size="small"
                label={t('joining.requests.declineLabel', { name: request.name })}
                onClick={() => onDecide(request, false)}
              >
                {t('joining.requests.decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
