import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { relations, toRelation } from '#domain/contactTraits.ts';
import { personName } from '#domain/personName.ts';
import type { UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { MyProfile } from './MyProfile.tsx';
import { PersonProfile } from './PersonProfile.tsx';
import { useContacts } from './useContacts.ts';
import { useOpenDirect } from './useOpenDirect.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const AliasDialog = lazyPart(() => import('./AliasDialog.tsx').then((file) => file.AliasDialog));
const ConfirmDialog = lazyPart(() => import('#client/ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog));
const AHEAD = [AliasDialog, ConfirmDialog];

export type PersonPaneProps = {
  userId: number;
  /** people whose cards this page has seen, but the device does not keep */
  met: ReadonlyMap<UserId, UserCard>;
  /** begins a group with this person; the sheet for it belongs to another feature */
  onStartGroup: (userId: number) => void;
};

type Ask = 'alias' | 'block' | 'remove';

/** One person's profile, from what this device knows of them. */
export function PersonPane({ userId, met, onStartGroup }: PersonPaneProps) {
  const user = userId as UserId;
  const { t } = useTranslation();
  const services = useServices();
  const contact = useContacts(met).get(user);
  const card = useStore(services.stores.people, ({ users }) => users.get(user)) ?? contact?.card ?? met.get(user);
  const isOnline = useStore(services.stores.people, ({ presence }) => presence.get(user)?.state === 1);
  const direct = useOpenDirect();
  usePreload(AHEAD);
  const [ask, setAsk] = useState<Ask>();
  useEffect(() => {
    if (!card) services.wantUsers([user]);
  }, [services, user, card]);
  if (user === services.me.userId) return <MyProfile />;
  if (!card) return <Unknown />;
  const name = personName({ contact, card }) ?? card.name;
  const set = (state: number, alias?: string) => {
    setAsk(undefined);
    void services.commands.setContact({ user, state, ...(alias === undefined ? {} : { alias }) });
  };
  const dialogs: Record<Ask, () => ReactNode> = {
    alias: () => (
      <AliasDialog
        ownName={card.name}
        alias={contact?.alias ?? ''}
        onSave={(alias) => set(contact?.st ?? relations.friend, alias)}
        onClose={() => setAsk(undefined)}
      />
    ),
    block: () => confirm('block', () => set(relations.blocked)),
    remove: () => confirm('remove', () => set(relations.none)),
  };
  const confirm = (what: 'block' | 'remove', onConfirm: () => void) => (
    <ConfirmDialog
      isOpen
      title={t(`person.${what}Ask.title`, { name })}
      text={t(`person.${what}Ask.text`, { name })}
      confirmLabel={t(`person.${what}`)}
      cancelLabel={t('common.cancel')}
      tone="danger"
      onConfirm={onConfirm}
      onCancel={() => setAsk(undefined)}
    />
  );
  return (
    <>
      <PersonProfile
        card={card}
        name={name}
        alias={contact?.alias}
        relation={toRelation(contact)}
        isOnline={isOnline}
        isOpening={direct.isOpening}
        problem={direct.problemFor(user)}
        onMessage={() => void direct.open(user)}
        onStartGroup={() => onStartGroup(userId)}
        onAlias={() => setAsk('alias')}
        onAdd={() => set(relations.friend)}
        onUnhide={() => set(relations.friend)}
        onHide={() => set(relations.hidden)}
        onBlock={() => setAsk('block')}
        onUnblock={() => set(relations.friend)}
        onRemove={() => setAsk('remove')}
      />
      {ask && dialogs[ask]()}
    </>
  );
}

/** Nobody this device has met. */
function Unknown() {
  const { t } = useTranslation();
  return (
    <EmptyState
      isCentred
      title={t('person.missing.title')}
      text={t('person.missing.text')}
      action={
        <Link href="/friends" asChild>
          <LinkButton href="/friends" kind="quiet">
            {t('friends.title')}
          </LinkButton>
        </Link>
      }
    />
  );
}
