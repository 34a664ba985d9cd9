import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { ChevronLeft } from 'lucide-react';
import { FriendsPane } from '#client/features/contacts/FriendsPane.tsx';
import { PersonPane } from '#client/features/contacts/PersonPane.tsx';
import { PickFriend } from '#client/features/contacts/PickFriend.tsx';
import type { UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const NewChatSheet = lazyPart(() =>
  import('#client/features/groups/NewChatSheet.tsx').then((file) => file.NewChatSheet),
);
const AHEAD = [NewChatSheet];

export type FriendsScreenProps = {
  /** somebody to look for at once, by ID */
  find?: string;
};

/** `/friends`, `/add/:handle` and `/friends/:userId`: the list, and beside it (on a phone: instead of it) one profile. */
export function FriendsScreen({ find }: FriendsScreenProps) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const chosenId = parseFriend(path);
  const [met, setMet] = useState<ReadonlyMap<UserId, UserCard>>(new Map());
  const [groupWith, setGroupWith] = useState<number>();
  usePreload(AHEAD);
  const meet = useCallback((cards: readonly UserCard[]) => {
    if (cards.length > 0) setMet((before) => new Map([...before, ...cards.map((card) => [card.id, card] as const)]));
  }, []);
  const isOpen = chosenId !== undefined;
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1">
      <section
        aria-label={t('friends.title')}
        className={cx(
          'h-full min-h-0 flex-none border-e border-line max-tablet:w-full max-tablet:border-0 tablet:w-list',
          isOpen && 'max-tablet:hidden',
        )}
      >
        <FriendsPane chosenId={chosenId} met={met} onMeet={meet} find={find} />
      </section>
      <div
        className={cx(
          'scroll-pane relative min-w-0 flex-1 bg-surface-sunken [--plane:var(--surface-sunken)]',
          !isOpen && 'max-tablet:hidden',
        )}
      >
        {isOpen ? (
          <>
            <Link
              href="/friends"
              aria-label={t('common.back')}
              className="absolute start-2 top-2 z-1 grid size-11 place-items-center rounded-full bg-[oklch(0.25_0.01_60/0.62)] text-white tablet:hidden"
            >
              <Icon icon={ChevronLeft} size={24} isMirrored />
            </Link>
            <PersonPane key={chosenId} userId={chosenId} met={met} onStartGroup={setGroupWith} />
          </>
        ) : (
          <PickFriend />
        )}
      </div>
      {groupWith !== undefined && (
        <NewChatSheet isOpen onClose={() => setGroupWith(undefined)} initialUserId={groupWith} />
      )}
    </div>
  );
}

/** The person in `/friends/:userId`; ids are whole numbers below 2^53. */
function parseFriend(path: string): number | undefined {
  const id = Number(/^\/friends\/(\d{1,16})\/?$/.exec(path)?.[1]);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
