import { useState } from 'react';
import { AtSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { communityLimits } from '#domain/communityRules.ts';
import type { Mem } from '#protocol/entities/members.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { MenuEntry, MenuProps } from '#client/ui/Menu.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { MemberBrowser } from './MemberBrowser.tsx';
import type { MemberPages } from './createMemberPages.ts';
import { PickBar } from './PickBar.tsx';
import { useMemberRows, useMembers } from './useMembers.ts';
import { useMemberSearch } from './useMemberSearch.ts';

const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((m) => m.Menu));

export type MembersPaneProps = {
  chat: NonNullable<ChatWindowState['chat']>;
  /** writes `@name` into the composer; absent where nobody can write */
  onMention?: ((member: { mid: number; name: string }) => void) | undefined;
  /** what I may do with a member beside that */
  entriesOf?: ((member: Mem) => MenuEntry[]) | undefined;
  /** removing several at once; absent where I may remove nobody */
  removing?: Removing | undefined;
};
/** Whom I may remove, and how it is asked; `onDone`: they are out, or wait to be. */
export interface Removing {
  canRemove: (member: Mem) => boolean;
  onRemove: (members: readonly { id: number; name: string }[], onDone: () => void) => void;
}

/** All members of a community, from the server as they come into sight. */
export function MembersPane(props: MembersPaneProps) {
  const { t } = useTranslation();
  const { pages, index } = useMembers(props.chat.c, props.chat.head.mr);
  if (!pages) return <SkeletonRows label={t('community.members.loading')} count={8} />;
  return <Loaded {...props} pages={pages} index={index} />;
}

type LoadedProps = MembersPaneProps & { pages: MemberPages; index: ReturnType<typeof useMembers>['index'] };

function Loaded({ chat, onMention, entriesOf, removing, pages, index }: LoadedProps) {
  const { t } = useTranslation();
  const { rows, total, problem } = useMemberRows(pages);
  const [query, setQuery] = useState('');
  const [round, setRound] = useState(0);
  const [menu, setMenu] = useState<{ member: Mem; anchor: Element }>();
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>();
  const search = useMemberSearch(chat.c, query, round);
  const failure = query.trim() === '' ? problem : search.problem;
  return (
    <>
      <MemberBrowser
        total={total}
        memberAt={(place) => rows.get(place)}
        staff={index?.staff}
        letters={index?.letters ?? []}
        myId={chat.me.mid}
        query={query}
        onQuery={setQuery}
        found={search.found}
        problem={failure && problemText(t, failure)}
        onRetry={() => {
          pages.retry();
          setRound(round + 1);
        }}
        onLook={(from, to) => pages.look(from, to)}
        chosen={chosen}
        onPress={(member, anchor) => {
          if (chosen) {
            if (removing?.canRemove(member)) setChosen(toggled(chosen, member.u, member.nn ?? t('chat.someone')));
            return;
          }
          if (toEntries(member).length > 0) setMenu({ member, anchor });
        }}
      />
      {removing && (
        <PickBar
          count={chosen?.size}
          onBegin={() => setChosen(new Map())}
          onRemove={() =>
            chosen &&
            removing.onRemove(
              [...chosen].map(([id, name]) => ({ id, name })),
              () => setChosen(undefined),
            )
          }
          onCancel={() => setChosen(undefined)}
        />
      )}
      {menu && (
        <Menu
          label={t('community.members.menu', { name: menu.member.nn ?? t('chat.someone') })}
          isOpen
          anchor={menu.anchor}
          placement="bottom start"
          onClose={() => setMenu(undefined)}
          entries={toEntries(menu.member)}
        />
      )}
    </>
  );

  function toEntries(member: Mem): MenuEntry[] {
    const { u, nn } = member;
    const mention: MenuEntry[] =
      onMention && nn !== undefined && u !== chat.me.mid
        ? [
            {
              id: 'mention',
              label: t('community.members.mention'),
              icon: AtSign,
              onAction: () => onMention({ mid: u, name: nn }),
            },
          ]
        : [];
    return [...mention, ...(entriesOf?.(member) ?? [])];
  }
}

/** Most people of one removal. */
const chosenMax = communityLimits.page;

function toggled(chosen: ReadonlyMap<number, string>, id: number, name: string): ReadonlyMap<number, string> {
  const next = new Map(chosen);
  if (!next.delete(id) && next.size < chosenMax) next.set(id, name);
  return next;
}
