import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { relations, toRelation } from '#domain/contactTraits.ts';
import type { Contact, UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { FindPersonDialog, type FindOutcome } from './FindPersonDialog.tsx';

export type FindPersonProps = {
  initialHandle: string;
  /** look for them at once: the ID was scanned, or stands in the address */
  isFound?: boolean;
  contacts: ReadonlyMap<UserId, Contact>;
  onMeet: (cards: readonly UserCard[]) => void;
  onClose: () => void;
};

type Answer = { kind: 'found'; card: UserCard } | Exclude<FindOutcome, { kind: 'found' }>;

/** The search by ID with its request. Adding is queued like every change of a contact; finding needs the network. */
export function FindPerson({ initialHandle, isFound = false, contacts, onMeet, onClose }: FindPersonProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const myHandle = useStore(services.stores.session, ({ account }) => account?.handle ?? '');
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const find = async (handle: string) => {
    setBusy(true);
    setAnswer(undefined);
    const found = await services.rpc('user.find', { handle });
    setBusy(false);
    if (found.ok) {
      onMeet([found.data.user]);
      setAnswer({ kind: 'found', card: found.data.user });
    } else if (found.code === 'NOT_FOUND') setAnswer({ kind: 'nobody', handle });
    else setAnswer({ kind: 'problem', text: problemText(t, found) });
  };
  const isAskedRef = useRef(!isFound);
  useEffect(() => {
    if (isAskedRef.current) return;
    isAskedRef.current = true;
    void find(initialHandle);
  });
  const relationOf = (card: UserCard) =>
    card.id === services.me.userId ? ('self' as const) : toRelation(contacts.get(card.id));
  const show = (card: UserCard) => {
    onClose();
    navigate(`/friends/${card.id}`);
  };
  return (
    <FindPersonDialog
      myHandle={myHandle}
      initialHandle={initialHandle}
      isBusy={isBusy}
      outcome={answer?.kind === 'found' ? { ...answer, relation: relationOf(answer.card) } : answer}
      onFind={(handle) => void find(handle)}
      onAdd={(card) => {
        void services.commands.setContact({ user: card.id, state: relations.friend }).then(() => show(card));
      }}
      onOpen={show}
      onClose={onClose}
    />
  );
}
