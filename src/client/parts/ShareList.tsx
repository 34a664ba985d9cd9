import { Lock } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchTargets, type ShareTarget, type ShareTargets } from '#domain/shareTargets.ts';
import type { ChatId } from '#protocol/ids.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { PeopleList, type PeopleListHandle, type PeopleListRow } from './PeopleList.tsx';
import type { Translate } from './systemText.ts';

export type ShareListProps = {
  targets: ShareTargets;
  names: ReadonlyMap<ChatId, string>;
  chosen: ReadonlyMap<string, ShareTarget>;
  /** no more can be chosen */
  isFull: boolean;
  onToggle: (target: ShareTarget) => void;
};

/** A searchable list of chats and friends with ticks; where nothing can be written stands why. */
export function ShareList({ targets, names, chosen, isFull, onToggle }: ShareListProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PeopleListHandle>(null);
  const found = useMemo(() => searchTargets(targets, query), [targets, query]);
  const toRow = (target: ShareTarget): PeopleListRow => {
    const isTicked = chosen.has(target.key);
    const isLocked = target.lock !== undefined;
    const detail = detailOf(t, target, names);
    const person = {
      id: target.face,
      name: target.title,
      shape: target.kind === 'community' ? ('place' as const) : ('person' as const),
      isOnline: target.isOnline,
      avatarSize: 40 as const,
      ...(detail === undefined ? {} : { detail }),
      ...(isLocked ? { end: <Icon icon={Lock} size={16} className="me-0.5 text-ink-faint" /> } : { isTicked }),
      isDisabled: isLocked || (isFull && !isTicked),
      onClick: () => onToggle(target),
    };
    return { kind: 'person', key: target.key, person };
  };
  const group = (text: string, members: readonly ShareTarget[]): PeopleListRow[] =>
    members.length === 0 ? [] : [{ kind: 'label', key: text, text }, ...members.map(toRow)];
  const rows = [
    ...group(t('appCards.share.recent'), found.recent),
    ...group(t('appCards.share.communities'), found.communities),
    ...group(t('appCards.share.people'), found.people),
  ];
  return (
    <>
      <div className="flex-none px-4 pt-3 pb-1">
        <SearchField
          ref={search}
          label={t('appCards.share.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common.clearSearch')}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
      </div>
      {rows.length === 0 ? (
        <p role="status" className="flex-1 px-5 py-6 text-center text-13 wrap-anywhere text-ink-soft">
          {query.trim() === '' ? t('appCards.share.empty') : t('appCards.share.noMatch', { query: query.trim() })}
        </p>
      ) : (
        <PeopleList
          ref={list}
          label={t('appCards.share.list')}
          rows={rows}
          onLeaveTop={() => search.current?.focus()}
        />
      )}
    </>
  );
}

function detailOf(
  t: Translate,
  { kind, to, members, isOnline, lock }: ShareTarget,
  names: ReadonlyMap<ChatId, string>,
): string | undefined {
  if (lock !== undefined) return t(`appCards.share.lock.${lock}`);
  if (kind === 'friend') return t('appCards.share.friend');
  if (members !== undefined) return t('appCards.share.members', { count: members });
  const name = 'c' in to ? names.get(to.c) : undefined;
  if (name !== undefined) return t('appCards.share.asName', { name });
  return isOnline ? t('chat.hereNow') : undefined;
}
