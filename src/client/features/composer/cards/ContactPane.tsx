import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { personKind } from '#domain/chatTraits.ts';
import { toRelation } from '#domain/contactTraits.ts';
import { faceId } from '#domain/faceId.ts';
import { foldText } from '#domain/foldText.ts';
import { personName } from '#domain/personName.ts';
import type { UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { AttachViewProps } from '../attach/attachActions.ts';
import { ContactSheet, type ContactChoice } from './ContactSheet.tsx';

/** Sends somebody's card; it leaves like any message, also without a network. What is sent is the name they gave themselves. */
export function ContactPane({ c, onClose }: AttachViewProps) {
  const { t, i18n } = useTranslation();
  const { commands, stores } = useServices();
  const [query, setQuery] = useState('');
  const [isRefused, setRefused] = useState(false);
  const account = useStore(stores.session, (session) => session.account);
  const contacts = useStore(stores.people, (people) => people.contacts);
  const { language } = i18n;
  const { all, names } = useMemo(() => {
    const friends = [...contacts.values()].filter(
      (contact) => toRelation(contact) === 'friend' && contact.card.handle !== undefined,
    );
    const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
    const rows = friends.map((contact): ContactChoice => {
      const { u, card } = contact;
      const name = personName({ contact, card }) ?? card.name;
      return { user: u, name, face: faceId(u, card), handle: card.handle ?? '', isMe: false };
    });
    const me = account && {
      ...{ user: account.id, face: faceId(account.id, account), handle: account.handle },
      ...{ name: account.name, isMe: true },
    };
    const own = new Map<number, string>(friends.map(({ u, card }) => [u, card.name]));
    return {
      all: [...(me ? [me] : []), ...rows.toSorted((a, b) => collator.compare(a.name, b.name) || a.user - b.user)],
      names: account ? own.set(account.id, account.name) : own,
    };
  }, [contacts, account, language]);
  const wanted = foldText(query.trim());
  const people = all.filter(
    ({ name, handle, user }) =>
      wanted === '' ||
      foldText(name).includes(wanted) ||
      foldText(names.get(user) ?? '').includes(wanted) ||
      handle.includes(wanted.replace(/^@/, '')),
  );
  const send = async ({ user, handle, name }: ContactChoice): Promise<void> => {
    setRefused(false);
    try {
      const b = { u: user as UserId, x: names.get(user) ?? name, h: handle };
      await commands.sendMessage({ c, k: personKind, b });
      onClose();
    } catch {
      // The device could not keep it.
      setRefused(true);
    }
  };
  return (
    <ContactSheet
      people={people}
      isEmpty={all.every(({ isMe }) => isMe)}
      query={query}
      onQuery={setQuery}
      problem={isRefused ? t('composer.notStored') : undefined}
      onSend={(person) => void send(person)}
      onClose={onClose}
    />
  );
}
