import { Ban, Download, Globe, MessageCircle, ShieldX, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appText, isLiveApp } from '#domain/appRules.ts';
import { passportGroups } from '#domain/passportGroups.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { dateText } from '#client/parts/dateTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { PassportCard, PassportItem } from './PassportCard.tsx';
import type { Passport } from './passportCopy.ts';
import { PassportLog } from './PassportLog.tsx';
import { ScopeItem } from './ScopeItem.tsx';
import { scopeIcons } from './scopeIcons.ts';

export type PassportPageProps = {
  /** undefined while it is being fetched */
  passport: Passport | undefined;
  /** it knows nothing about me, or is not there */
  isMissing: boolean;
  /** why something did not work, in words */
  problem: string | undefined;
  /** its pages may send data to any host */
  sendsAnywhere?: boolean;
  /** the scope whose answer is on its way */
  busy: AppScope | undefined;
  /** server clock, ms */
  now: number;
  onRetry: () => void;
  onAnswer: (scope: AppScope, allow: boolean) => void;
  onSave: () => void;
  onForget: () => void;
  onClose: () => void;
};

/** Everything one app knows about me and did, and how to take it back. */
export function PassportPage(props: PassportPageProps) {
  const { passport, isMissing, problem, onRetry, onClose } = props;
  const { t, i18n } = useTranslation();
  const leave = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    onClose();
  };
  const title = passport ? appText(passport.app.names, i18n.language) : t('nav.apps');
  return (
    <section aria-label={title} className="flex size-full min-h-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader
        look="pane"
        level={2}
        title={title}
        // What counts in a host name is its end: where room is short, it loses its beginning.
        subtitle={
          passport && (
            <span dir="rtl" className="block w-fit max-w-full truncate">
              <bdi dir="ltr">{passport.app.host}</bdi>
            </span>
          )
        }
        back={{ href: '/apps', label: t('common.back'), isPhoneOnly: true, onClick: leave }}
        actions={
          <span className="flex max-tablet:hidden">
            <IconButton icon={X} label={t('common.close')} onClick={onClose} />
          </span>
        }
      />
      {problem !== undefined && (
        <div className="px-3 pt-3">
          <Banner
            role="alert"
            action={
              <Button kind="quiet" size="small" onClick={onRetry}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {problem}
          </Banner>
        </div>
      )}
      {isMissing ? (
        <EmptyState
          isCentred
          level={3}
          title={t('apps.passport.nothing.title')}
          text={t('apps.passport.nothing.text')}
        />
      ) : passport ? (
        <Known {...props} passport={passport} />
      ) : (
        problem === undefined && <SkeletonRows label={t('apps.passport.loading')} count={5} />
      )}
    </section>
  );
}

type KnownProps = PassportPageProps & { passport: Passport };

function Known(props: KnownProps) {
  const { passport, sendsAnywhere = false, now, onSave, onForget } = props;
  const { t } = useTranslation();
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows must scroll it where nothing inside takes the focus */}
      <div tabIndex={0} className="scroll-pane flex-1 -outline-offset-2 px-3 pt-4 pb-6">
        <Head passport={passport} now={now} />
        {!isLiveApp(passport.app.st) && (
          <div className="mt-3">
            <Banner tone="warn" icon={ShieldX} title={t('apps.passport.closed.title')}>
              {t('apps.passport.closed.text')}
            </Banner>
          </div>
        )}
        {sendsAnywhere && (
          <div className="mt-3">
            <Banner tone="warn" icon={Globe}>
              {t('apps.passport.anywhere')}
            </Banner>
          </div>
        )}
        <Groups {...props} />
        <PassportLog log={passport.log} now={now} />
      </div>
      <footer className="grid flex-none grid-cols-2 gap-2 border-t border-line p-3 pb-[calc(12px+env(safe-area-inset-bottom))]">
        <Button kind="quiet" icon={Download} onClick={onSave} className="px-2!">
          {t('apps.passport.save')}
        </Button>
        <Button kind="dangerQuiet" aria-haspopup="dialog" onClick={onForget} className="px-2!">
          {t('apps.passport.forget')}
        </Button>
      </footer>
    </>
  );
}

function Head({ passport: { app, since, asked, yes }, now }: { passport: Passport; now: number }) {
  const { t, i18n } = useTranslation();
  const parts = [
    t('apps.passport.since', { date: dateText(since, now, i18n.language) }),
    ...(asked === 0
      ? [t('apps.passport.askedNothing')]
      : [t('apps.passport.asked', { count: asked }), t('apps.passport.yes', { count: yes })]),
  ];
  return (
    <div className="flex items-center gap-3 px-1">
      <AppIcon app={app} name={appText(app.names, i18n.language)} size={48} />
      <div className="grid min-w-0 grid-cols-1 gap-0.5">
        <h3 className="text-17 font-[650] text-balance">{t('apps.act.passport')}</h3>
        <p className="text-13 text-ink-soft">{parts.join(' · ')}</p>
      </div>
    </div>
  );
}

function Groups({ passport, busy, now, onAnswer }: KnownProps) {
  const { t } = useTranslation();
  const { may, denied, unasked, closed } = passportGroups(passport);
  const common = { keys: passport.keys, now };
  return (
    <>
      {may.length > 0 && (
        <PassportCard title={t('apps.passport.may')}>
          {may.map((row) => (
            <ScopeItem
              key={row.scope}
              {...common}
              row={row}
              kind="may"
              isBusy={busy === row.scope}
              onAct={() => onAnswer(row.scope, false)}
            />
          ))}
        </PassportCard>
      )}
      <PassportCard title={t('apps.passport.never')}>
        <PassportItem
          icon={MessageCircle}
          title={t('apps.passport.messages')}
          end={<Tag tone="ok">{t('apps.passport.shut')}</Tag>}
        >
          <span className="text-13 text-ink-soft">{t('apps.passport.cannotAsk')}</span>
        </PassportItem>
        {denied.map((row) => (
          <ScopeItem
            key={row.scope}
            {...common}
            row={row}
            kind="denied"
            isBusy={busy === row.scope}
            onAct={row.reason ? () => onAnswer(row.scope, true) : undefined}
          />
        ))}
        {unasked.map((row) => (
          <ScopeItem key={row.scope} {...common} row={row} kind="unasked" />
        ))}
        {closed.length > 0 && (
          <PassportItem icon={Ban} title={t('apps.passport.notDeclared')}>
            <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-13 text-ink-soft">
              {closed.map((scope) => (
                <li key={scope} className="inline-flex items-baseline gap-1.5">
                  <Icon icon={scopeIcons[scope]} size={14} className="translate-y-0.5" />
                  {t(`apps.scope.${scope}`)}
                </li>
              ))}
            </ul>
          </PassportItem>
        )}
      </PassportCard>
    </>
  );
}
