import { Ellipsis, ShieldCheck, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { AllApps, AppGrid, type AllAppsProps } from './AllApps.tsx';
import { RecentRow } from './RecentRow.tsx';
import type { Warming } from './warming.ts';

export type AppsPageProps = Omit<AllAppsProps, 'isCut'> & {
  /** apps that were opened, the last one first */
  recent: readonly AppCard[];
  /** in the person's own order */
  favourites: readonly AppCard[];
  /** why something could not be fetched, in words */
  problem: string | undefined;
  /** for the apps in it */
  warming: Warming;
  /** when what is on screen was true, in words; only where it comes from this device */
  asOf: string | undefined;
  onQuery: (query: string) => void;
  onRetry: () => void;
  onArrange: () => void;
  /** shows what concerns all apps, at the button */
  onMenuOfAll: (button: Element) => void;
};

/** All mini-apps: those I use, those I like, and what there is. */
export function AppsPage(props: AppsPageProps) {
  const { acts, warming, recent, favourites, problem, asOf, query, onQuery, onRetry, onArrange, onMenuOfAll } = props;
  const { t } = useTranslation();
  const isSearching = query.trim() !== '';
  const search = (
    <SearchField label={t('apps.search')} value={query} onChange={onQuery} clearLabel={t('common.clearSearch')} />
  );
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col">
      <PaneHeader
        title={t('nav.apps')}
        look="list"
        actions={
          <>
            <div className="w-60 max-tablet:hidden">{search}</div>
            <IconButton
              icon={Ellipsis}
              label={t('apps.moreOfAll')}
              aria-haspopup="menu"
              onClick={(event) => onMenuOfAll(event.currentTarget)}
            />
          </>
        }
      />
      <div className="scroll-pane flex-1 border-t border-line [--plane:var(--surface-sunken)]">
        <div {...warming} className="mx-auto w-full max-w-[880px] px-4 pt-4 pb-8 tablet:px-6">
          <div className="rounded-field bg-surface-raised shadow-edge tablet:hidden [&>div]:bg-transparent">
            {search}
          </div>
          {problem !== undefined && <Trouble text={problem} asOf={asOf} onRetry={onRetry} />}
          {!isSearching && recent.length > 0 && (
            <Section title={t('apps.recent')}>
              <RecentRow label={t('apps.recent')} apps={recent} onOpen={acts.onOpen} />
            </Section>
          )}
          {!isSearching && favourites.length > 0 && (
            <Section
              title={t('apps.favourites')}
              end={
                favourites.length > 1 && (
                  <Button kind="ghost" size="small" aria-haspopup="dialog" onClick={onArrange} className="-me-2">
                    {t('apps.arrange.action')}
                  </Button>
                )
              }
            >
              <AppGrid label={t('apps.favourites')} apps={favourites} acts={acts} />
            </Section>
          )}
          <AllApps {...props} isCut={problem !== undefined} />
          <div className="mt-6">
            <Banner tone="info" icon={ShieldCheck}>
              {t('apps.promise')}
            </Banner>
          </div>
        </div>
      </div>
    </div>
  );
}

function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="flex min-h-15 items-center gap-2 pt-4 pb-1">
        <h2 className="min-w-0 flex-1 text-17 font-[650]">{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}

/** Why there is no answer, and how old what stands here instead is. */
function Trouble({ text, asOf, onRetry }: { text: string; asOf: string | undefined; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mt-3 tablet:mt-0">
      <Banner
        role="status"
        icon={WifiOff}
        action={
          <Button kind="quiet" size="small" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {text}
        {asOf !== undefined && ` ${t('apps.asOf', { time: asOf })}`}
      </Banner>
    </div>
  );
}
