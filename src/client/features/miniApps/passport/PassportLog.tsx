import { useTranslation } from 'react-i18next';
import type { AppLogEntry } from '#protocol/entities/miniApps.ts';
import { momentShort } from '#client/parts/dateTexts.ts';
import { isoTime, momentYearText } from '#client/parts/timeTexts.ts';
import { PassportCard } from './PassportCard.tsx';

export type PassportLogProps = {
  /** the newest first */
  log: readonly AppLogEntry[];
  /** server clock, ms */
  now: number;
};

/** What an app did and got, with times. */
export function PassportLog({ log, now }: PassportLogProps) {
  const { t, i18n } = useTranslation();
  const wordsOf = ({ what, scope, n }: AppLogEntry): string => {
    if (what === 'shared') return t('apps.log.shared', { count: n ?? 1 });
    if (what === 'allowed' || what === 'denied' || what === 'revoked')
      return scope === undefined ? t('apps.log.revokedAll') : t(`apps.log.${what}`, { what: t(`apps.scope.${scope}`) });
    return t(`apps.log.${what}`);
  };
  if (log.length === 0) return null;
  return (
    <PassportCard title={t('apps.passport.did')}>
      {log.map((entry, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- entries have no name, and only new ones come before them
        <li key={`${entry.at} ${index}`} className="flex gap-3 py-2 text-13">
          <time
            dateTime={isoTime(entry.at)}
            title={momentYearText(entry.at, i18n.language)}
            className="w-14 flex-none text-ink-faint"
          >
            {momentShort(entry.at, now, i18n.language)}
          </time>
          <span className="min-w-0 flex-1 text-pretty">{wordsOf(entry)}</span>
        </li>
      ))}
    </PassportCard>
  );
}
