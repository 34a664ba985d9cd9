import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { relations } from '#domain/contactTraits.ts';
import type { UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { ConnectPane } from './ConnectPane.tsx';
import { FriendList } from './FriendList.tsx';
import { friendSections, type SectionName } from './friendRows.ts';
import { useContacts } from './useContacts.ts';
import { useContactRequests } from './useContactRequests.ts';
import { useFollow } from './useFollow.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const FindPerson = lazyPart(() => import('./FindPerson.tsx').then((file) => file.FindPerson));
const AHEAD = [FindPerson];

export type FriendsPaneProps = {
  /** whose profile is open */
  chosenId: number | undefined;
  /** people whose cards this page has seen, but the device does not keep */
  met: ReadonlyMap<UserId, UserCard>;
  onMeet: (cards: readonly UserCard[]) => void;
  /** somebody to look for at once, by ID */
  find?: string | undefined;
};

/** Most people whose presence is asked for at once; the server takes no more. */
const WATCHED = 64;

/** The friends list with everything it needs. */
export function FriendsPane({ chosenId, met, onMeet, find }: FriendsPaneProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const people = useStore(services.stores.people);
  const me = useStore(services.stores.session, (session) => session.account);
  const contacts = useContacts(met);
  const requests = useContactRequests(onMeet);
  const [query, setQuery] = useState('');
  const [unfolded, setUnfolded] = useState<ReadonlySet<SectionName>>(new Set());
  const [finding, setFinding] = useState<string | undefined>(find);
  const follow = useFollow();
  const [, navigate] = useLocation();
  usePreload(AHEAD);
  const sections = useMemo(
    () =>
      friendSections({
        contacts: contacts.values(),
        requests: requests.items,
        unfolded,
        query,
        language: i18n.language,
      }),
    [contacts, requests.items, unfolded, query, i18n.language],
  );
  const online = useMemo(
    () => new Set<number>([...people.presence].flatMap(([id, { state }]) => (state === 1 ? [id] : []))),
    [people.presence],
  );
  useEffect(() => {
    services.watch([...contacts.keys()].slice(0, WATCHED));
    return () => services.watch([]);
  }, [services, contacts]);
  return (
    <>
      <FriendList
        me={me}
        sections={people.loaded ? sections : undefined}
        hasFriends={contacts.size > 0}
        online={online}
        chosenId={chosenId}
        query={query}
        onQuery={setQuery}
        onFold={(name) => setUnfolded((before) => toggled(before, name))}
        onFind={setFinding}
        onScan={() => navigate('/scan')}
        onAdd={(card) => void services.commands.setContact({ user: card.id, state: relations.friend })}
        hrefOf={(id) => `/friends/${id}`}
        follow={follow}
        asked={query.trim() === '' && <ConnectPane />}
        notice={
          requests.hasFailed && (
            <div className="my-2">
              <Banner
                action={
                  <Button kind="quiet" size="small" onClick={requests.retry}>
                    {t('common.tryAgain')}
                  </Button>
                }
              >
                {t('friends.requestsFailed')}
              </Banner>
            </div>
          )
        }
      />
      {finding !== undefined && (
        <FindPerson
          initialHandle={finding}
          isFound={finding === find}
          contacts={contacts}
          onMeet={onMeet}
          onClose={() => setFinding(undefined)}
        />
      )}
    </>
  );
}

function toggled(names: ReadonlySet<SectionName>, name: SectionName): ReadonlySet<SectionName> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
