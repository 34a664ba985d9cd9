import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceId } from '#domain/faceId.ts';
import { PeopleList, type PeopleListHandle } from '#client/parts/PeopleList.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { searchCandidates, type Candidate } from './pickRows.ts';

export type PeoplePickerProps = {
  /** everybody who can be chosen, in order */
  all: readonly Candidate[];
  chosen: readonly Candidate[];
  /** no more can be chosen */
  isFull?: boolean;
  onToggle: (candidate: Candidate) => void;
};

/** A searchable list of friends with ticks; who is chosen stands above it too. */
export function PeoplePicker({ all, chosen, isFull = false, onToggle }: PeoplePickerProps) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PeopleListHandle>(null);
  const shown = searchCandidates(all, query);
  const isChosen = new Set(chosen.map(({ id }) => id));
  const toggle = (candidate: Candidate) => {
    onToggle(candidate);
    // The next name is typed from the start; without a search the focus stays on the row.
    if (query !== '') {
      setQuery('');
      search.current?.focus();
    }
  };
  return (
    <div className="-mx-3 flex h-[min(440px,calc(100dvh-260px))] min-h-48 flex-col">
      <div className="flex-none px-3 pt-1 pb-2">
        <SearchField
          ref={search}
          label={t('groups.new.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common.clearSearch')}
          hasAutoFocus
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              list.current?.focusFirst();
            }
            const [only, second] = shown;
            if (event.key === 'Enter' && only && !second) {
              event.preventDefault();
              toggle(only);
            }
          }}
        />
      </div>
      {chosen.length > 0 && (
        <ul className="flex flex-none gap-1.5 overflow-x-auto px-3 pb-2 [scrollbar-width:thin]">
          {chosen.map((candidate) => (
            <li
              key={candidate.id}
              className="relative flex min-h-8 flex-none items-center gap-1.5 rounded-full bg-brand-soft py-1 ps-1 pe-2 text-13 font-semibold text-brand-text hover:veil"
            >
              <Face face={faceId(candidate.id, candidate.card)} name={candidate.name} size={24} />
              <span lang={textLang(candidate.name, i18n.language)} className="max-w-32 truncate">
                {candidate.name}
              </span>
              <Icon icon={X} size={14} />
              <button
                type="button"
                aria-label={t('groups.new.remove', { name: candidate.name })}
                onClick={() => onToggle(candidate)}
                className="absolute inset-0 rounded-full pointer-coarse:-inset-y-1.5"
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length === 0 ? (
        <p className="px-5 py-6 text-center text-13 text-ink-soft">
          {t('groups.new.noMatch', { query: query.trim() })}
        </p>
      ) : (
        <PeopleList
          ref={list}
          label={t('groups.new.people')}
          onLeaveTop={() => search.current?.focus()}
          rows={shown.map((candidate) => {
            const { id, name, card } = candidate;
            const person = {
              id: faceId(id, card),
              name,
              ...(card.handle === undefined ? {} : { detail: `@${card.handle}` }),
              avatarSize: 40 as const,
              isTicked: isChosen.has(id),
              isDisabled: isFull && !isChosen.has(id),
              onClick: () => toggle(candidate),
            };
            return { kind: 'person' as const, key: String(id), person };
          })}
        />
      )}
    </div>
  );
}
