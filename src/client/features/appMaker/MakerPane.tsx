import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { makerChoices } from '#domain/manifestForms.ts';
import type { AppId } from '#protocol/ids.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { AppPage } from './AppPage.tsx';
import { MakerPage } from './MakerPage.tsx';
import { MyAppsPage } from './MyAppsPage.tsx';
import { NewAppPage } from './NewAppPage.tsx';
import { useMadeApps } from './useMadeApps.ts';

export type MakerPaneProps = {
  /** id of an app of mine, or `new`; absent: the list */
  app?: string;
  /** opens a version that is not live, for me alone */
  openDraft?: (app: AppId, n: number) => void;
};

/** The pages of people who make mini-apps. */
export function MakerPane({ app, openDraft }: MakerPaneProps) {
  if (app === 'new') return <NewAppPage />;
  return <Made app={app} openDraft={openDraft} />;
}

function Made({ app, openDraft }: { app: string | undefined; openDraft: MakerPaneProps['openDraft'] }) {
  const { t } = useTranslation();
  const { apps, problem, reload, put } = useMadeApps();
  if (app === undefined) return <MyAppsPage apps={apps} problem={problem} onRetry={reload} />;
  const found = apps?.find(({ id, st }) => id === app && st !== makerChoices.appState.removed);
  if (found) return <AppPage app={found} openDraft={openDraft} onChange={put} />;
  return (
    <MakerPage title={app} back={{ href: '/apps/make', label: t('makers.backToList') }}>
      {apps !== undefined ? (
        <EmptyState
          title={t('makers.notMine')}
          text={t('makers.notMineText')}
          pose="none"
          action={
            <Link href="/apps/make" asChild>
              <LinkButton href="/apps/make">{t('makers.backToList')}</LinkButton>
            </Link>
          }
        />
      ) : problem === undefined ? (
        <SkeletonRows label={t('makers.loading')} />
      ) : (
        <Banner
          tone="danger"
          role="alert"
          action={
            <Button kind="quiet" size="small" onClick={reload}>
              {t('common.tryAgain')}
            </Button>
          }
        >
          {problem}
        </Banner>
      )}
    </MakerPage>
  );
}
