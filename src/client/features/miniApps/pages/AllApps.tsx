import { Dices, MapPin, ShoppingBag, SlidersHorizontal, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppCategory } from '#protocol/entities/appStates.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { Button } from '#client/ui/Button.tsx';
import { Chip } from '#client/ui/Chip.tsx';
import { ChipRow } from '#client/ui/ChipRow.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon, type IconType } from '#client/ui/Icon.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { AppTile } from './AppTile.tsx';

/** Groups in the order of the page. */
const GROUPS: readonly (readonly [AppCategory, IconType])[] = [
  ['shopping', ShoppingBag],
  ['games', Dices],
  ['around', MapPin],
  ['groups', Users],
  ['tools', SlidersHorizontal],
];

/** What can be done with the app of a tile. */
export type TileActs = {
  isFavourite: (app: AppCard) => boolean;
  onOpen: (app: AppCard) => void;
  onStar: (app: AppCard) => void;
  onMenu: (app: AppCard, button: Element) => void;
};

export type AllAppsProps = {
  acts: TileActs;
  /** what was found; undefined until the first answer */
  cards: readonly AppCard[] | undefined;
  isLoading: boolean;
  hasMore: boolean;
  /** there was no answer: nothing is said about what there is not */
  isCut: boolean;
  query: string;
  category: AppCategory | undefined;
  onCategory: (category: AppCategory | undefined) => void;
  onMore: () => void;
  /** takes words and group away */
  onAll: () => void;
};

/** All apps, or those that were looked for. */
export function AllApps(props: AllAppsProps) {
  const { acts, cards, isLoading, hasMore, isCut, query, category, onCategory, onMore, onAll } = props;
  const { t } = useTranslation();
  const isNarrow = query.trim() !== '' || category !== undefined;
  return (
    <section aria-labelledby="all-apps">
      <h2 id="all-apps" className="pt-6 pb-2 text-17 font-[650]">
        {query.trim() === '' ? t('apps.all') : t('apps.found')}
      </h2>
      <ChipRow label={t('apps.groups')} className="mb-2">
        <Chip isOn={category === undefined} onClick={() => onCategory(undefined)}>
          {t('apps.popular')}
        </Chip>
        {GROUPS.map(([id, icon]) => (
          <Chip key={id} isOn={category === id} onClick={() => onCategory(id)}>
            <Icon icon={icon} size={16} className="-ms-0.5" />
            {t(`apps.group.${id}`)}
          </Chip>
        ))}
      </ChipRow>
      {cards ? (
        <>
          <p role="status" className="sr-only">
            {isLoading ? '' : t('apps.count', { count: cards.length })}
          </p>
          {cards.length === 0 && !isCut && !isLoading && (
            <EmptyState
              pose="wave"
              level={3}
              title={t(isNarrow ? 'apps.noMatch.title' : 'apps.empty.title')}
              text={t(isNarrow ? 'apps.noMatch.text' : 'apps.empty.text')}
              action={
                isNarrow && (
                  <Button kind="quiet" onClick={onAll}>
                    {t('apps.noMatch.action')}
                  </Button>
                )
              }
            />
          )}
          {cards.length > 0 && <AppGrid label={t('apps.all')} apps={cards} acts={acts} isBusy={isLoading} />}
          {hasMore && !isCut && <More isLoading={isLoading} onMore={onMore} />}
        </>
      ) : (
        !isCut && <Waiting label={t('apps.loading')} />
      )}
    </section>
  );
}

export type AppGridProps = { label: string; apps: readonly AppCard[]; acts: TileActs; isBusy?: boolean };

const GRID = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,300px),1fr))] gap-x-3 gap-y-2';

/** Tiles in as many columns as fit. */
export function AppGrid({ label, apps, acts, isBusy }: AppGridProps) {
  return (
    <ul aria-label={label} aria-busy={isBusy} className={GRID}>
      {apps.map((app) => (
        <li key={app.id} className="min-w-0">
          <AppTile
            app={app}
            isFavourite={acts.isFavourite(app)}
            onOpen={() => acts.onOpen(app)}
            onStar={() => acts.onStar(app)}
            onMenu={(button) => acts.onMenu(app, button)}
          />
        </li>
      ))}
    </ul>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={GRID}>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="flex h-18 items-center gap-3 rounded-card bg-surface-raised px-3 shadow-edge">
          <Skeleton shape="place" height={48} />
          <div className="grid min-w-0 flex-1 grid-cols-1 gap-2.5">
            <Skeleton width={`${[44, 32, 52][index % 3]}%`} height={13} />
            <Skeleton width={`${[72, 84, 64][index % 3]}%`} height={11} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The next page, asked for as soon as the end comes near; the button is for those who do not scroll. */
function More({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const mark = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!mark.current || isLoading) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current();
      },
      // In a list that scrolls by itself it is the list that clips the mark.
      { rootMargin: '300px', scrollMargin: '300px' },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={mark} className="mt-4 flex justify-center">
      <Button kind="quiet" isBusy={isLoading} onClick={onMore}>
        {t('apps.more')}
      </Button>
    </div>
  );
}
