import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '#domain/permissions.ts';
import { hasRight } from '#domain/permissions.ts';
import type { ReportAct, ReportCase } from '#protocol/entities/moderation.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { LoadedList } from './LoadedList.tsx';
import { ReportCard } from './ReportCard.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';
import { useNames } from './useNames.ts';

export type ReportsTabProps = { c: ChatId; kind: number; me: number; standing: Standing };
const muteMinutes = 24 * 60;

/** What members reported: open cases, or those that were decided. */
export function ReportsTab({ c, kind, me, standing }: ReportsTabProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [which, setWhich] = useState<'open' | 'closed'>('open');
  const reports = useLoaded('report.list', which === 'closed' ? { c, closed: 1 } : { c });
  const act = useAct();
  const mids = reports.data?.items.flatMap(({ u, taken, rows }) => [
    u,
    ...(taken === undefined ? [] : [taken]),
    ...rows.map((row) => row.u),
  ]);
  const names = useNames(c, kind, mids ?? []);
  const decide = (report: ReportCase, chosen: ReportAct) =>
    services.rpc('report.decide', {
      c: report.c ?? c,
      id: report.id,
      act: chosen,
      ...(chosen === 'mute' ? { minutes: muteMinutes } : {}),
      op: services.newOp(),
    });
  return (
    <div className="grid gap-4">
      <SegmentedChoice
        label={t('moderation.reports.which')}
        value={which}
        onChange={setWhich}
        options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`moderation.reports.${value}`) }))}
      />
      <Banner tone="info">{t('moderation.reports.note')}</Banner>
      <LoadedList loaded={reports} problem={act.problem}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState
              title={t(which === 'open' ? 'moderation.reports.empty' : 'moderation.reports.emptyClosed')}
              text={t('moderation.reports.emptyText')}
            />
          ) : (
            data.items.map((report) => (
              <ReportCard
                key={report.id}
                report={report}
                me={me}
                names={names}
                isBusy={act.busyKey !== undefined}
                acts={actsFor(standing, report)}
                onTake={(on) =>
                  void act.run(
                    report.id,
                    () => services.rpc('report.take', { c: report.c ?? c, id: report.id, on, op: services.newOp() }),
                    reports.reload,
                  )
                }
                onDecide={(chosen) => void act.run(report.id, () => decide(report, chosen), reports.reload)}
              />
            ))
          )
        }
      </LoadedList>
    </div>
  );
}

/** The acts that my role gives me; whom they reach is for the server to say. */
function actsFor(standing: Standing, report: ReportCase): ReportAct[] {
  return [
    ...(report.s !== undefined && hasRight(standing, 'deleteOthers') ? (['delete'] as const) : []),
    ...(hasRight(standing, 'mute') ? (['mute'] as const) : []),
    ...(hasRight(standing, 'kick') ? (['kick'] as const) : []),
    'none',
  ];
}
