import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { PassportRow } from '#domain/passportGroups.ts';
import { isQuietScope } from '#domain/scopeRules.ts';
import { textLang } from '#client/parts/textLang.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { PassportItem } from './PassportCard.tsx';
import { scopeIcons } from './scopeIcons.ts';

export type ScopeItemProps = {
  row: PassportRow;
  kind: 'may' | 'denied' | 'unasked';
  /** how many values the app keeps */
  keys: number;
  /** server clock, ms */
  now: number;
  isBusy?: boolean;
  /** takes it back, or allows it; absent: nothing can be done here */
  onAct?: (() => void) | undefined;
};

/** One thing that can be allowed: the app's reason, how it stands, and the way to change that. */
export function ScopeItem({ row, kind, keys, now, isBusy = false, onAct }: ScopeItemProps) {
  const { t, i18n } = useTranslation();
  const { scope, reason, at, used } = row;
  const why = reason && appText(reason, i18n.language);
  const title = t(`apps.scope.${scope}`);
  const time = (ms: number) => momentName(ms, now, i18n.language);
  const standing = (): string => {
    if (kind === 'unasked') return t('apps.passport.unasked');
    if (kind === 'denied') return at === undefined ? '' : t('apps.passport.saidNo', { time: time(at) });
    if (used !== undefined) return t('apps.passport.used', { time: time(used) });
    if (scope === 'storage') return t('apps.passport.keeps', { count: keys });
    return t(at === undefined && isQuietScope(scope) ? 'apps.passport.quiet' : 'apps.passport.unused');
  };
  return (
    <PassportItem
      icon={scopeIcons[scope]}
      title={title}
      end={
        onAct && (
          <Button
            kind="quiet"
            size="small"
            isBusy={isBusy}
            label={t(kind === 'may' ? 'apps.passport.revokeOne' : 'apps.passport.allowOne', { what: title })}
            onClick={onAct}
          >
            {t(kind === 'may' ? 'apps.passport.revoke' : 'apps.passport.allow')}
          </Button>
        )
      }
    >
      {why !== undefined && (
        <span lang={textLang(why, i18n.language)} dir="auto" className="text-13 wrap-anywhere text-ink-soft">
          {t('apps.passport.reason', { reason: why })}
        </span>
      )}
      <span className="text-13 text-pretty text-ink-faint">{standing()}</span>
    </PassportItem>
  );
}
