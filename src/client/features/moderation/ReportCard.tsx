import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportAct, ReportCase } from '#protocol/entities/moderation.ts';
import { textLang } from '#client/parts/textLang.ts';
import { momentText } from '#client/parts/timeTexts.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/Tag.tsx';
import type { Names } from './useNames.ts';

export type ReportCardProps = {
  report: ReportCase;
  /** my member id */
  me: number;
  names: Names;
  isBusy: boolean;
  /** acts I may do, most likely first */
  acts: readonly ReportAct[];
  onTake: (isOn: boolean) => void;
  onDecide: (act: ReportAct) => void;
};

/** One case: what was reported, by how many, and what can be done about it. The text is covered until asked for. */
export function ReportCard(props: ReportCardProps) {
  const { report, names } = props;
  const { t, i18n } = useTranslation();
  const name = names.nameOf(report.u);
  return (
    <article aria-label={name} className="grid gap-3 rounded-card bg-surface-raised p-4 shadow-edge">
      <div className="flex flex-wrap items-center gap-2">
        {report.reasons.map((reason) => (
          <Tag key={reason} tone={reason === 'spam' ? 'warn' : 'danger'}>
            {t(`moderation.why.${reason}`)}
          </Tag>
        ))}
        <span className="text-13 text-ink-soft">{t('moderation.reports.count', { count: report.count })}</span>
        <time dateTime={new Date(report.at).toISOString()} className="ms-auto text-12 text-ink-soft tabular-nums">
          {momentText(report.at, i18n.language)}
        </time>
      </div>
      <div className="flex gap-3">
        <Avatar id={names.faceOf(report.u)} name={name} size={36} />
        <div className="grid min-w-0 flex-1 justify-items-start gap-1">
          <b className="text-15 font-semibold">{name}</b>
          <Evidence report={report} names={names} />
          {report.notes.map((note, index) => (
            <p key={`${index} ${note}`} dir="auto" className="text-13 [overflow-wrap:anywhere] text-ink-soft">
              “{note}”
            </p>
          ))}
        </div>
      </div>
      {report.act ? <Tag>{t(`moderation.reports.act.${report.act}`)}</Tag> : <Acts {...props} />}
    </article>
  );
}

function Evidence({ report, names }: Pick<ReportCardProps, 'report' | 'names'>) {
  const { t, i18n } = useTranslation();
  const [isShown, setShown] = useState(false);
  if (report.s === undefined) return <p className="text-13 text-ink-soft">{t('moderation.reports.member')}</p>;
  if (!isShown) {
    return (
      <p className="flex flex-wrap items-center gap-2 rounded-card bg-surface-sunken px-3 py-1 text-15 text-ink-soft">
        {t('moderation.reports.hidden')}
        <Button kind="ghost" size="small" onClick={() => setShown(true)}>
          {t('moderation.reports.show')}
        </Button>
      </p>
    );
  }
  return (
    <ul className="grid w-full gap-1">
      {report.rows.map((row) => (
        <li
          key={row.s}
          className={cx(
            'rounded-card px-3 py-2 text-15',
            row.s === report.s ? 'bg-danger-soft text-ink' : 'bg-surface-sunken text-ink-soft',
          )}
        >
          <b className="block text-12 font-semibold">{names.nameOf(row.u)}</b>
          <span
            lang={textLang(row.x, i18n.language)}
            dir="auto"
            className="[overflow-wrap:anywhere] whitespace-pre-wrap"
          >
            {row.x}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Acts({ report, me, names, isBusy, acts, onTake, onDecide }: ReportCardProps) {
  const { t } = useTranslation();
  const isMine = report.taken === me;
  const words: Record<ReportAct, string> = {
    delete: t('moderation.held.remove'),
    mute: t('moderation.reports.mute'),
    kick: t('moderation.reports.kick'),
    none: t('moderation.reports.none'),
  };
  if (report.taken !== undefined && !isMine) {
    return (
      <p className="text-13 text-ink-soft">{t('moderation.reports.theirs', { name: names.nameOf(report.taken) })}</p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!isMine && (
        <Button kind="tonal" size="small" isDisabled={isBusy} onClick={() => onTake(true)}>
          {t('moderation.reports.take')}
        </Button>
      )}
      {acts.map((act) => (
        <Button
          key={act}
          kind={isMine && act === acts[0] ? 'filled' : 'quiet'}
          size="small"
          isDisabled={isBusy}
          onClick={() => onDecide(act)}
        >
          {words[act]}
        </Button>
      ))}
      {isMine && (
        <span className="flex items-center gap-1 text-13 text-ink-soft">
          {t('moderation.reports.mine')}
          <Button kind="ghost" size="small" isDisabled={isBusy} onClick={() => onTake(false)}>
            {t('moderation.reports.giveBack')}
          </Button>
        </span>
      )}
    </div>
  );
}
