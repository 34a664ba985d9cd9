import { Ellipsis, Flag } from 'lucide-react';
import { useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '#domain/foldText.ts';
import { PeopleList, type PeopleListHandle, type PeopleListRow } from '#client/parts/PeopleList.tsx';
import { PersonRow, type PersonRowProps } from '#client/parts/PersonRow.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MemberMenuProps } from './MemberMenu.tsx';
import type { MemberAction, MemberRow } from './memberRows.ts';

const MemberMenu = lazyPart<MemberMenuProps>(() => import('./MemberMenu.tsx').then((file) => file.MemberMenu));

/** What is needed to show a member and act on them. */
export type MemberActions = {
  /** colour and picture of a member's face */
  faceOf: (id: number) => string;
  onlineOf: (id: number) => boolean;
  hrefOf: (id: number) => string;
  follow: (href: string) => (event: MouseEvent<HTMLElement>) => void;
  onAct: (member: MemberRow, action: MemberAction) => void;
  /** absent: there is nobody to report to */
  onReport?: ((member: MemberRow) => void) | undefined;
};

export type MemberListProps = { members: readonly MemberRow[] } & MemberActions;

/** All members, with a search; thousands cost no more than a screenful. */
export function MemberList({ members, ...actions }: MemberListProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PeopleListHandle>(null);
  const { toPerson, menu } = useMemberPerson(actions);
  const wanted = foldText(query.trim());
  const rows: PeopleListRow[] = members
    .filter(({ name }) => foldText(name).includes(wanted))
    .map((member) => ({ kind: 'person', key: String(member.id), person: toPerson(member) }));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex-none px-4 py-2">
        <SearchField
          ref={search}
          label={t('groups.info.searchMembers')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common.clearSearch')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
      </div>
      {rows.length === 0 ? (
        <p className="px-5 py-6 text-center text-13 text-ink-soft">
          {t('groups.info.noMember', { query: query.trim() })}
        </p>
      ) : (
        <PeopleList
          ref={list}
          label={t('groups.info.membersTitle', { count: members.length })}
          rows={rows}
          onLeaveTop={() => search.current?.focus()}
        />
      )}
      {menu}
    </div>
  );
}

/** The first few members, inside a longer page. */
export function FewMembers({ members, ...actions }: MemberListProps) {
  const { i18n } = useTranslation();
  const { toPerson, menu } = useMemberPerson(actions);
  return (
    <>
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            <PersonRow {...toPerson(member)} readerLang={i18n.language} />
          </li>
        ))}
      </ul>
      {menu}
    </>
  );
}

/** Shows a member as a person's row: role at the end, and what I may do with them; `menu` is the one that is open. */
function useMemberPerson({ faceOf, onlineOf, hrefOf, follow, onAct, onReport }: MemberActions) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ member: MemberRow; anchor: Element }>();
  const toPerson = (member: MemberRow): Omit<PersonRowProps, 'readerLang'> => {
    const { id, name, role, isMe, can } = member;
    const href = hrefOf(id);
    return {
      id: faceOf(id),
      name,
      avatarSize: 40,
      isOnline: onlineOf(id),
      href,
      onClick: follow(href),
      end: (
        <>
          {isMe && <Tag>{t('common.you')}</Tag>}
          {role !== 'member' && <Tag tone={role === 'owner' ? 'brand' : 'plain'}>{t(`groups.role.${role}`)}</Tag>}
          {onReport && !isMe && (
            <IconButton
              icon={Flag}
              size="small"
              label={t('order.report.member', { name })}
              onClick={() => onReport(member)}
            />
          )}
          {can.length > 0 && (
            <IconButton
              icon={Ellipsis}
              size="small"
              label={t('guard.member.menu', { name })}
              aria-haspopup="menu"
              aria-expanded={open?.member.id === id}
              onClick={(event) => setOpen({ member, anchor: event.currentTarget })}
            />
          )}
        </>
      ),
    };
  };
  const close = () => setOpen(undefined);
  return { toPerson, menu: open && <MemberMenu {...open} onAct={onAct} onClose={close} /> };
}
