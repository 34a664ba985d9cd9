import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '#protocol/requests.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { dateLocale } from '#client/ui/dateLocale.ts';
import { MarkedText } from './MarkedText.tsx';
import type { Names } from './useNames.ts';

export type DryRunResult = RequestOutput<'moderation.try'>;
export type DryRunDays = '7' | '30' | '180';
export type DryRunProps = {
  days: DryRunDays;
  /** undefined while it runs for the first time */
  result: DryRunResult | undefined;
  isRunning: boolean;
  problem: string | undefined;
  names: Names;
  /** today, server clock, ms */
  now: number;
  onDays: (days: DryRunDays) => void;
  onAllow: ((row: DryRunResult['rows'][number]) => void) | undefined;
};

const periods: readonly DryRunDays[] = ['7', '30', '180'];

/** What a filter would have caught: the sentence first, then the days, then the messages, those of regulars before all others. */
export function DryRun(props: DryRunProps) {
  const { days, result, isRunning, problem, onDays } = props;
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('moderation.dry.title', { count: Number(days) })}
      aria-busy={isRunning}
      className="grid gap-3 rounded-card bg-surface-raised p-4 shadow-edge"
    >
      <p className="flex flex-wrap items-center gap-2 text-13">
        <Icon icon={FlaskConical} className="text-brand-text" />
        <b className="font-[650]">{t('moderation.dry.title', { count: Number(days) })}</b>
        <span className="text-ink-faint">{t('moderation.dry.nothing')}</span>
      </p>
      <SegmentedChoice
        label={t('moderation.dry.period')}
        value={days}
        onChange={onDays}
        options={periods.map((value) => ({ value, label: t('moderation.dry.days', { count: Number(value) }) }))}
      />
      {problem !== undefined && (
        <Banner tone="danger" role="alert">
          {problem}
        </Banner>
      )}
      <div role="status">
        {result ? <Sentence result={result} /> : <p className="text-15 text-ink-soft">{t('moderation.dry.running')}</p>}
      </div>
      {result && result.caught > 0 && <DayBars {...props} result={result} />}
      {result && result.rows.length > 0 && <Rows {...props} result={result} />}
      {result?.more && <p className="text-13 text-ink-soft">{t('moderation.dry.more')}</p>}
    </section>
  );
}

function Sentence({ result }: { result: DryRunResult }) {
  const { t } = useTranslation();
  if (result.caught === 0) return <p className="text-20">{t('moderation.dry.clean')}</p>;
  return (
    <p className="text-20">
      <b className="font-[650]">{t('moderation.dry.caught', { count: result.caught })}</b>
      {result.regulars > 0 && (
        <b className="block font-[650] text-warn">{t('moderation.dry.regulars', { count: result.regulars })}</b>
      )}
    </p>
  );
}

/** One bar a day, oldest first; a line where nothing was caught. */
function DayBars({ days, result, now }: DryRunProps & { result: DryRunResult }) {
  const { t } = useTranslation();
  const caught = new Map(result.days);
  const count = Number(days);
  const bars = Array.from({ length: count }, (_, index) => {
    const day = new Date(now - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    return { day, hits: caught.get(day) ?? 0 };
  });
  const most = Math.max(1, ...bars.map(({ hits }) => hits));
  return (
    <div role="img" aria-label={t('moderation.dry.chart')} className="flex h-10 items-end gap-px">
      {bars.map(({ day, hits }) => (
        <span
          key={day}
          className={cx('min-w-0 flex-1 rounded-t-[2px]', hits > 0 ? 'bg-brand' : 'bg-line')}
          style={{ height: hits > 0 ? `${20 + (80 * hits) / most}%` : 2 }}
        />
      ))}
    </div>
  );
}

function Rows({ result, names, onAllow }: DryRunProps & { result: DryRunResult }) {
  const { t, i18n } = useTranslation();
  const date = new Intl.DateTimeFormat(dateLocale(i18n.language), { dateStyle: 'medium' });
  return (
    <ul className="grid gap-2">
      {result.rows.map((row) => (
        <li
          key={row.s}
          className={cx(
            'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card p-3',
            row.regular ? 'bg-warn-soft' : 'bg-surface-sunken',
          )}
        >
          <Avatar id={names.faceOf(row.u)} name={names.nameOf(row.u)} size={32} />
          <div className="min-w-0 flex-1 basis-40">
            <p className="flex flex-wrap items-center gap-x-2 text-13">
              <b className="font-semibold">{names.nameOf(row.u)}</b>
              {row.regular && <Tag tone="warn">{t('moderation.dry.regular')}</Tag>}
              <span className="text-ink-soft">{t('moderation.dry.joined', { date: date.format(row.joined) })}</span>
            </p>
            <MarkedText text={row.x} spans={row.spans} lang={textLang(row.x, i18n.language)} />
          </div>
          {onAllow && (
            <Button kind="quiet" size="small" onClick={() => onAllow(row)}>
              {t('moderation.dry.allow')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
