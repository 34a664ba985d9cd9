import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { topics } from '#domain/communityRules.ts';
import type { CommunityCategory } from '#protocol/entities/chatSettings.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Chip } from '#client/ui/Chip.tsx';
import { ChipRow } from '#client/ui/ChipRow.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { Select } from '#client/ui/Select.tsx';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { CommunityTile } from './CommunityTile.tsx';

export type DiscoverSort = 'activity' | 'name';

export type DiscoverListProps = {
  /** what was found; undefined until the first answer */
  cards: readonly CommunityCard[] | undefined;
  isLoading: boolean;
  hasMore: boolean;
  /** why it could not be looked for, in words */
  problem: string | undefined;
  query: string;
  topic: CommunityCategory | undefined;
  sort: DiscoverSort;
  chosenId: CommunityCard['c'] | undefined;
  onQuery: (query: string) => void;
  onTopic: (topic: CommunityCategory | undefined) => void;
  onSort: (sort: DiscoverSort) => void;
  onMore: () => void;
  onRetry: () => void;
  onOpen: (id: CommunityCard['c']) => void;
  onNew: () => void;
  onBack: () => void;
};

/** Communities that anybody can find: by words, topic, activity or name. */
export function DiscoverList(props: DiscoverListProps) {
  const { cards, query, topic, sort, onQuery, onTopic, onSort, onNew, onBack } = props;
  const { t } = useTranslation();
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col">
      <PaneHeader
        title={t('discover.title')}
        back={{
          href: '/chats',
          label: t('chat.back'),
          isPhoneOnly: true,
          onClick(event) {
            event.preventDefault();
            onBack();
          },
        }}
        actions={
          <Button icon={Plus} aria-haspopup="dialog" onClick={onNew}>
            {t('discover.new')}
          </Button>
        }
      />
      <div className="scroll-pane flex-1 [--plane:var(--surface-sunken)]">
        <div className="mx-auto w-full max-w-[1080px] px-4 pt-4 pb-8 tablet:px-6">
          <div className="rounded-field bg-surface-raised shadow-edge [&>div]:bg-transparent">
            <SearchField
              label={t('discover.search')}
              placeholder={t('discover.placeholder')}
              value={query}
              onChange={onQuery}
              clearLabel={t('common.clearSearch')}
            />
          </div>
          <ChipRow label={t('discover.topics')} className="mt-3">
            <Chip isOn={topic === undefined} onClick={() => onTopic(undefined)}>
              {t('discover.all')}
            </Chip>
            {topics.map((each) => (
              <Chip key={each} isOn={topic === each} onClick={() => onTopic(each)}>
                {t(`community.topic.${each}`)}
              </Chip>
            ))}
          </ChipRow>
          <div className="mt-2 mb-3 flex items-center gap-3">
            <p role="status" className="min-w-0 flex-1 text-13 text-ink-soft">
              {cards && cards.length > 0 && t('discover.found', { count: cards.length })}
            </p>
            <div className="w-44 flex-none">
              <Select<DiscoverSort>
                label={t('discover.sort')}
                isLabelHidden
                value={sort}
                onChange={onSort}
                options={[
                  { value: 'activity', label: t('discover.byActivity') },
                  { value: 'name', label: t('discover.byName') },
                ]}
              />
            </div>
          </div>
          <Results {...props} />
        </div>
      </div>
    </div>
  );
}

const GRID = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,260px),1fr))] gap-4';

function Results(props: DiscoverListProps) {
  const { cards, isLoading, hasMore, problem, query, topic, chosenId, onMore, onRetry, onOpen, onQuery, onTopic } =
    props;
  const { t } = useTranslation();
  const isNarrow = query.trim() !== '' || topic !== undefined;
  if (!cards) {
    if (problem !== undefined) return <Problem text={problem} onRetry={onRetry} />;
    return (
      <div className={GRID}>
        <VisuallyHidden>{t('discover.loading')}</VisuallyHidden>
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} aria-hidden className="h-56 rounded-sheet bg-press" />
        ))}
      </div>
    );
  }
  return (
    <>
      {problem !== undefined && <Problem text={problem} onRetry={onRetry} />}
      {cards.length === 0 && problem === undefined && (
        <EmptyState
          pose="wave"
          title={isNarrow ? t('discover.noMatch.title') : t('discover.empty.title')}
          text={isNarrow ? t('discover.noMatch.text') : t('discover.empty.text')}
          action={
            isNarrow && (
              <Button
                kind="quiet"
                onClick={() => {
                  onQuery('');
                  onTopic(undefined);
                }}
              >
                {t('discover.noMatch.action')}
              </Button>
            )
          }
        />
      )}
      <ul className={GRID} aria-label={t('discover.title')} aria-busy={isLoading}>
        {cards.map((card) => (
          <li key={card.c} className="min-w-0">
            <CommunityTile
              card={card}
              href={`/discover/${card.c}`}
              isChosen={card.c === chosenId}
              onClick={(event) => {
                if (!isPlainPress(event)) return;
                event.preventDefault();
                onOpen(card.c);
              }}
            />
          </li>
        ))}
      </ul>
      {hasMore && problem === undefined && <More isLoading={isLoading} shown={cards.length} onMore={onMore} />}
    </>
  );
}

function Problem({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mb-4">
      <Banner
        role="status"
        action={
          <Button kind="quiet" size="small" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {text}
      </Banner>
    </div>
  );
}

/** The next page, asked for as soon as the end comes near; the button is for those who do not scroll. `shown`: how many are there, so that each page looks again. */
function More({ isLoading, shown, onMore }: { isLoading: boolean; shown: number; onMore: () => void }) {
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
  }, [isLoading, shown]);
  return (
    <div ref={mark} className="mt-6 flex justify-center">
      <Button kind="quiet" isBusy={isLoading} onClick={onMore}>
        {t('discover.more')}
      </Button>
    </div>
  );
}
