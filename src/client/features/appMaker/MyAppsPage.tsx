import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { makerChoices, makerLimits } from '#domain/manifestForms.ts';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { MadeAppList } from './MadeAppList.tsx';
import { MakerPage } from './MakerPage.tsx';

export type MyAppsPageProps = {
  /** undefined: not known yet */
  apps: readonly MadeApp[] | undefined;
  /** why they are not known */
  problem: string | undefined;
  onRetry: () => void;
};

/** The apps I make, and the way to a new one. */
export function MyAppsPage({ apps, problem, onRetry }: MyAppsPageProps) {
  const { t } = useTranslation();
  const count = apps?.filter(({ st }) => st !== makerChoices.appState.removed).length ?? 0;
  const isFull = count >= makerLimits.apps;
  const create = (
    <Link href="/apps/make/new" asChild>
      <LinkButton href="/apps/make/new" kind="filled" icon={Plus}>
        {t('makers.list.create')}
      </LinkButton>
    </Link>
  );
  return (
    <MakerPage title={t('makers.list.title')} back={{ href: '/settings', label: t('makers.list.back') }}>
      <p className="max-w-[65ch] text-13 text-pretty text-ink-soft">{t('makers.list.text')}</p>
      {problem !== undefined && (
        <Banner
          tone="danger"
          role="alert"
          action={
            <Button kind="quiet" size="small" onClick={onRetry}>
              {t('common.tryAgain')}
            </Button>
          }
        >
          {problem}
        </Banner>
      )}
      {apps === undefined && problem === undefined && <SkeletonRows label={t('makers.loading')} />}
      {apps?.length === 0 && (
        <EmptyState title={t('makers.list.empty')} text={t('makers.list.emptyText')} action={create} pose="none" />
      )}
      {apps !== undefined && apps.length > 0 && (
        <>
          <MadeAppList apps={apps} />
          {isFull ? (
            <p className="text-13 text-ink-soft">{t('makers.list.full', { count: makerLimits.apps })}</p>
          ) : (
            <div>{create}</div>
          )}
        </>
      )}
    </MakerPage>
  );
}
