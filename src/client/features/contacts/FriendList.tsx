import { ChevronDown, ChevronUp, ScanQrCode, UserPlus } from 'lucide-react';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faceId } from '#domain/faceId.ts';
import type { Account, UserCard } from '#protocol/entities/user.ts';
import { PeopleList, type PeopleListHandle, type PeopleListRow } from '#client/parts/PeopleList.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import type { Friend, FriendSection, SectionName } from './friendRows.ts';
import type { Translate } from '#client/parts/systemText.ts';

export type FriendListProps = {
  me: Account | undefined;
  /** undefined while the device's cache is being read */
  sections: readonly FriendSection[] | undefined;
  /** whether I have any contact at all, whatever the search says */
  hasFriends: boolean;
  /** who is here now */
  online: ReadonlySet<number>;
  chosenId: number | undefined;
  query: string;
  onQuery: (query: string) => void;
  onFold: (section: SectionName) => void;
  /** opens the search by exact ID, with what was typed so far */
  onFind: (handle: string) => void;
  /** opens the reader of QR codes */
  onScan: () => void;
  onAdd: (card: UserCard) => void;
  /** where a person's profile is, and how to get there */
  hrefOf: (id: number) => string;
  follow: (href: string) => (event: MouseEvent<HTMLElement>) => void;
  /** members of communities who ask to connect */
  asked?: ReactNode;
  /** a word about what did not load */
  notice?: ReactNode;
};

/** The list of friends: me, who added me, friends by name, hidden and blocked people folded away. */
export function FriendList(props: FriendListProps) {
  const { query, onQuery, onFind, onScan, sections } = props;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PeopleListHandle>(null);
  const rows = sections && toRows(props, t);
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader
        title={t('friends.title')}
        actions={
          <>
            <IconButton icon={ScanQrCode} label={t('joining.scan.open')} onClick={onScan} />
            <IconButton icon={UserPlus} label={t('friends.add')} aria-haspopup="dialog" onClick={() => onFind('')} />
          </>
        }
      />
      <div className="flex-none px-4 pb-2">
        <SearchField
          ref={search}
          label={t('friends.search')}
          value={query}
          onChange={onQuery}
          clearLabel={t('common.clearSearch')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
      </div>
      <div className="max-h-[45%] flex-none overflow-y-auto px-2 empty:hidden">{props.asked}</div>
      {rows === undefined ? (
        <SkeletonRows label={t('friends.loading')} count={8} />
      ) : rows.some(({ kind }) => kind === 'person') ? (
        <PeopleList ref={list} label={t('friends.list')} rows={rows} onLeaveTop={() => search.current?.focus()} />
      ) : (
        <Nobody {...props} />
      )}
    </div>
  );
}

/** Nothing matches the search; the exact ID may still find somebody new. */
function Nobody({ query, onFind }: FriendListProps) {
  const { t } = useTranslation();
  const handle = query.trim().replace(/^@/, '').toLowerCase();
  return (
    <EmptyState
      pose="none"
      title={t('friends.noMatch.title', { query: query.trim() })}
      text={t('friends.noMatch.text')}
      action={
        <Button kind="tonal" onClick={() => onFind(handle)}>
          {t('friends.noMatch.action', { query: handle })}
        </Button>
      }
    />
  );
}

type T = Translate;

function toRows(props: FriendListProps, t: T): PeopleListRow[] {
  const { me, sections = [], hasFriends, query, notice, onFind } = props;
  const rows: PeopleListRow[] = [];
  if (me && query.trim() === '') rows.push(myRow(me, props, t));
  if (notice) rows.push({ kind: 'note', key: 'notice', node: notice });
  for (const section of sections) {
    rows.push({
      kind: 'label',
      key: section.name,
      text: t(`friends.section.${section.name}`, { count: section.count }),
      end: <Fold section={section} onFold={props.onFold} />,
    });
    if (!section.isFolded) rows.push(...section.people.map((friend) => toRow(friend, section.name, props, t)));
  }
  if (!hasFriends && query.trim() === '')
    rows.push({ kind: 'note', key: 'empty', node: <NoFriends onFind={onFind} /> });
  return rows;
}

function myRow(me: Account, { chosenId, hrefOf, follow }: FriendListProps, t: T): PeopleListRow {
  const href = hrefOf(me.id);
  const detail = me.status ? `@${me.handle} · ${me.status}` : `@${me.handle}`;
  const person = {
    id: faceId(me.id, me),
    name: me.name,
    detail,
    end: <Tag>{t('common.you')}</Tag>,
    label: `${me.name}, ${t('friends.myProfile')}`,
    href,
    onClick: follow(href),
    isChosen: chosenId === me.id,
  };
  return { kind: 'person', key: 'me', person };
}

function toRow(friend: Friend, section: SectionName, props: FriendListProps, t: T): PeopleListRow {
  const { card, name, relation } = friend;
  const href = props.hrefOf(card.id);
  const end = relation === 'none' && (
    <Button kind="tonal" size="small" label={t('friends.addBackLabel', { name })} onClick={() => props.onAdd(card)}>
      {t('friends.addBack')}
    </Button>
  );
  const detail = card.status || (card.handle === undefined ? undefined : `@${card.handle}`);
  const person = {
    id: faceId(card.id, card),
    name,
    end,
    href,
    onClick: props.follow(href),
    isOnline: props.online.has(card.id),
    isChosen: props.chosenId === card.id,
    ...(detail === undefined ? {} : { detail }),
  };
  return { kind: 'person', key: `${section}-${card.id}`, person };
}

function Fold({ section, onFold }: { section: FriendSection; onFold: (section: SectionName) => void }) {
  const { t } = useTranslation();
  const { name, isFolded } = section;
  if (name !== 'hidden' && name !== 'blocked') return null;
  const words = name === 'hidden' ? (['showHidden', 'hideHidden'] as const) : (['showBlocked', 'hideBlocked'] as const);
  return (
    <IconButton
      icon={isFolded ? ChevronDown : ChevronUp}
      iconSize={16}
      size="small"
      label={t(`friends.${isFolded ? words[0] : words[1]}`)}
      aria-expanded={!isFolded}
      onClick={() => onFold(name)}
      className="-my-2"
    />
  );
}

function NoFriends({ onFind }: { onFind: (handle: string) => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      pose="wave"
      title={t('friends.empty.title')}
      text={t('friends.empty.text')}
      action={
        <Button kind="cta" icon={UserPlus} onClick={() => onFind('')}>
          {t('friends.add')}
        </Button>
      }
    />
  );
}
