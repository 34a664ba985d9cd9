import { ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appText, isLiveApp } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { Tag } from '#client/ui/Tag.tsx';

export type KnowingAppsProps = {
  /** with the time of the last opening, ms, where it is known; undefined while they are being fetched */
  apps: readonly { app: AppCard; at?: number | undefined }[] | undefined;
  /** why they could not be fetched, in words */
  problem: string | undefined;
  /** server clock, ms */
  now: number;
  onRetry: () => void;
  onOpen: (app: AppId) => void;
};

/** The apps that know something about me; each leads to what it knows. */
export function KnowingApps({ apps, problem, now, onRetry, onOpen }: KnowingAppsProps) {
  const { t } = useTranslation();
  return (
    <>
      {problem !== undefined && (
        <div className="mb-4">
          <Banner
            role="status"
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
      {apps === undefined ? (
        problem === undefined && <SkeletonRows label={t('apps.loading')} count={4} />
      ) : apps.length === 0 ? (
        problem === undefined && (
          <EmptyState title={t('apps.knowing.empty.title')} text={t('apps.knowing.empty.text')} />
        )
      ) : (
        <SettingsGroup title={t('apps.knowing.title')} text={t('apps.knowing.text')}>
          {apps.map(({ app, at }) => (
            <Row key={app.id} app={app} at={at} now={now} onOpen={onOpen} />
          ))}
        </SettingsGroup>
      )}
    </>
  );
}

function Row({
  app,
  at,
  now,
  onOpen,
}: {
  app: AppCard;
  at: number | undefined;
  now: number;
  onOpen: KnowingAppsProps['onOpen'];
}) {
  const { t, i18n } = useTranslation();
  const name = appText(app.names, i18n.language);
  const follow = (event: MouseEvent) => {
    // A new tab stays a new tab.
    if (!isPlainPress(event)) return;
    event.preventDefault();
    onOpen(app.id);
  };
  return (
    <div className="relative flex min-h-15 items-center gap-3 rounded-card px-4 py-2 hover:bg-hover">
      <AppIcon app={app} name={name} size={40} />
      <div className="grid min-w-0 flex-1 grid-cols-1">
        <a
          href={`/apps/${app.id}/passport`}
          onClick={follow}
          lang={textLang(name, i18n.language)}
          dir="auto"
          className="line-clamp-2 wrap-anywhere outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {name}
        </a>
        <span className="text-13 text-ink-soft">
          {at === undefined ? app.host : t('apps.knowing.opened', { time: momentName(at, now, i18n.language) })}
        </span>
      </div>
      {!isLiveApp(app.st) && <Tag tone="warn">{t('apps.closed')}</Tag>}
      <Icon icon={ChevronRight} size={16} isMirrored className="text-ink-faint" />
    </div>
  );
}
