import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { foldName } from '#domain/foldName.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { LetterRow } from './LetterRow.tsx';
import { findLetter, letterMarks } from './letterMarks.ts';
import { MemberOptions, type MemberOptionsHandle, type MemberOptionsProps } from './MemberOptions.tsx';

export type MemberBrowserProps = Pick<
  MemberOptionsProps,
  'memberAt' | 'staff' | 'myId' | 'chosen' | 'onPress' | 'onLook'
> & {
  /** undefined until the first window is here */
  total: number | undefined;
  /** where which first letter begins */
  letters: readonly (readonly [string, number])[];
  query: string;
  onQuery: (query: string) => void;
  /** what the server found for the query; undefined while it looks, or while nothing is looked for */
  found: readonly Mem[] | undefined;
  /** why members could not be fetched, in words */
  problem: string | undefined;
  onRetry: () => void;
};

/** The member list of a community: search, letters to jump to, and everybody by role and name. */
export function MemberBrowser(props: MemberBrowserProps) {
  const { total, letters, query, onQuery, found, problem, onRetry, staff, ...list } = props;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  const options = useRef<MemberOptionsHandle>(null);
  const isSearching = query.trim() !== '';
  const shared = { ...list, onLeaveTop: () => search.current?.focus() };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex-none px-4 pt-2 pb-1">
        <SearchField
          ref={search}
          label={t('community.members.search')}
          value={query}
          onChange={onQuery}
          clearLabel={t('common.clearSearch')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            options.current?.focusFirst();
          }}
        />
        {!isSearching && <LetterRow marks={letterMarks(letters)} onJump={(place) => options.current?.jumpTo(place)} />}
      </div>
      {problem !== undefined && (
        <div className="flex-none px-4 py-2">
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
      {isSearching ? (
        <Found {...shared} found={found} query={query.trim()} isOver={problem !== undefined} options={options} />
      ) : total === undefined ? (
        problem === undefined && <SkeletonRows label={t('community.members.loading')} count={8} />
      ) : (
        <MemberOptions
          {...shared}
          ref={options}
          label={t('groups.info.membersTitle', { count: total })}
          total={total}
          staff={staff}
          onLetter={(letter) => {
            const place = findLetter(letters, foldName(letter).slice(0, 1) || letter);
            if (place !== undefined) options.current?.jumpTo(place);
          }}
        />
      )}
    </div>
  );
}

type FoundProps = Omit<MemberOptionsProps, 'label' | 'total' | 'memberAt' | 'ref'> & {
  found: readonly Mem[] | undefined;
  query: string;
  isOver: boolean;
  options: { current: MemberOptionsHandle | null };
};

function Found({ found, query, isOver, options, ...list }: FoundProps) {
  const { t } = useTranslation();
  if (!found) return isOver ? null : <SkeletonRows label={t('community.members.loading')} count={3} />;
  if (found.length === 0)
    return <p className="px-5 py-6 text-center text-13 text-ink-soft">{t('groups.info.noMember', { query })}</p>;
  return (
    <MemberOptions
      {...list}
      ref={options}
      label={t('community.members.found', { count: found.length })}
      total={found.length}
      memberAt={(place) => found[place]}
      onLook={() => undefined}
    />
  );
}
