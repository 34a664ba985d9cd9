import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceId } from '#domain/faceId.ts';
import type { MemberId } from '#protocol/ids.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { momentYearText } from '#client/parts/timeTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import type { GroupChat } from '../GroupChat.ts';
import { RequestList, type RequestRow } from './RequestList.tsx';
import { useListed } from './useListed.ts';

export type RequestsDialogProps = { chat: GroupChat; onClose: () => void };

type Waiting = RequestOutput<'request.list'>;

/** Who asks to come in, and the two answers. Read again whenever the number of those who wait changes. */
export function RequestsDialog({ chat, onClose }: RequestsDialogProps) {
  const { t } = useTranslation();
  const services = useServices();
  const { waiting, failure, reload } = useRequests(chat);
  const toRow = useRows();
  // Several answers may be on their way: nobody waits for one before giving the next.
  const [busyIds, setBusyIds] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<string>();
  const decide = async ({ id }: RequestRow, accept: boolean) => {
    if (busyIds.has(id)) return;
    setBusyIds((ids) => new Set([...ids, id]));
    setProblem(undefined);
    const wish = { c: chat.c, asker: id as MemberId, accept, op: services.newOp() };
    const answer = await services.rpc('request.decide', wish);
    setBusyIds((ids) => new Set([...ids].filter((one) => one !== id)));
    if (!answer.ok) setProblem(answer.code === 'GONE' ? t('joining.requests.gone') : problemText(t, answer));
    reload();
  };
  const shown = problem ?? failure;
  const more = waiting ? waiting.total - waiting.items.length : 0;
  return (
    <Dialog isOpen onClose={onClose} title={t('joining.requests.title')} closeLabel={t('common.close')}>
      <div className="grid gap-4 pt-1">
        {shown && <Banner role="alert">{shown}</Banner>}
        {waiting === undefined && !failure && <SkeletonRows label={t('joining.loading')} count={3} />}
        {waiting?.items.length === 0 && (
          <EmptyState level={3} title={t('joining.requests.none')} text={t('joining.requests.noneText')} />
        )}
        {waiting !== undefined && waiting.items.length > 0 && (
          <div>
            <RequestList
              question={chat.meta.set?.ask}
              requests={waiting.items.map(toRow)}
              busyIds={busyIds}
              onDecide={(request, accept) => void decide(request, accept)}
            />
            {more > 0 && <p className="mt-3 text-13 text-ink-soft">{t('joining.requests.more', { count: more })}</p>}
          </div>
        )}
      </div>
    </Dialog>
  );
}

function useRequests({ c, me }: GroupChat) {
  const services = useServices();
  // Another number of people who wait is another question.
  const count = me.rq;
  const ask = useCallback(() => {
    void count;
    return services.rpc('request.list', { c });
  }, [services, c, count]);
  const { data, failure, reload } = useListed(ask);
  return { waiting: data, failure, reload };
}

function useRows(): (request: Waiting['items'][number]) => RequestRow {
  const { i18n } = useTranslation();
  return ({ u, name, handle, av, note, at }) => ({
    id: u,
    faceId: faceId(u, av === undefined ? {} : { av }),
    name,
    handle,
    since: momentYearText(at, i18n.language),
    note,
  });
}
