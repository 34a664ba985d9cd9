import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#protocol/entities/moderation.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { AuditRow } from './AuditRow.tsx';
import { LoadedList } from './LoadedList.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';
import { useNames } from './useNames.ts';

export type AuditTabProps = { c: ChatId; kind: number };
type Cursor = [number, string];

/** The log of the chat, newest first, a page at a time. */
export function AuditTab({ c, kind }: AuditTabProps) {
  const { t } = useTranslation();
  const services = useServices();
  const first = useLoaded('audit.list', { c });
  const act = useAct();
  const [older, setOlder] = useState<{ items: AuditEntry[]; cursor?: Cursor | undefined }>();
  const items = [...(first.data?.items ?? []), ...(older?.items ?? [])];
  const names = useNames(
    c,
    kind,
    items.flatMap(({ by, who }) => [by, who].filter((mid) => mid !== undefined)),
  );
  const cursor = older ? older.cursor : first.data?.cursor;
  const loadOlder = (before: Cursor) =>
    void act.run(
      'older',
      () => services.rpc('audit.list', { c, before }),
      (page) => setOlder((last) => ({ items: [...(last?.items ?? []), ...page.items], cursor: page.cursor })),
    );
  const undo = (id: string) =>
    void act.run(
      id,
      () => services.rpc('audit.undo', { c, id, op: services.newOp() }),
      () => {
        setOlder(undefined);
        first.reload();
      },
    );
  return (
    <LoadedList loaded={first} problem={act.problem}>
      {() =>
        items.length === 0 ? (
          <EmptyState title={t('moderation.audit.empty')} text={t('moderation.audit.emptyText')} />
        ) : (
          <>
            <ul className="rounded-card bg-surface-raised shadow-edge">
              {items.map((entry) => (
                <AuditRow
                  key={entry.id}
                  entry={entry}
                  names={names}
                  isBusy={act.busyKey !== undefined}
                  onUndo={() => undo(entry.id)}
                />
              ))}
            </ul>
            {cursor && (
              <Button kind="quiet" isBusy={act.busyKey === 'older'} onClick={() => loadOlder(cursor)}>
                {t('moderation.audit.more')}
              </Button>
            )}
          </>
        )
      }
    </LoadedList>
  );
}
