import { useEffect, type MouseEvent } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { relations, toRelation } from '#domain/contactTraits.ts';
import { faceId } from '#domain/faceId.ts';
import type { UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { CardAction } from '#client/parts/cards/CardActions.tsx';
import { PersonCard } from '#client/parts/cards/PersonCard.tsx';
import { problemText } from '#client/parts/problemText.ts';
import { findDirect } from '#client/stores/findDirect.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import type { ContentViewProps } from '../lines/contentViews.ts';

/** A contact card in the conversation. The face is the one people see now, where this device knows it; name and handle are those that were sent. */
export function PersonView({ content, item, look, tabIndex }: ContentViewProps) {
  const { t, language, on } = look;
  const services = useServices();
  const [, navigate] = useLocation();
  const user = content.b['u'] as UserId;
  const name = String(content.b['x']);
  const card = useStore(services.stores.people, ({ users }) => users.get(user));
  const contact = useStore(services.stores.people, ({ rows }) => rows.contacts.get(user));
  useEffect(() => {
    if (!card) services.wantUsers([user]);
  }, [services, card, user]);
  const go = (href: string) => (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
  const chat = async (): Promise<void> => {
    const known = findDirect(services.stores.chatList.getState().chats, user);
    if (known !== undefined) return navigate(`/chats/${known}`);
    const answer = await services.rpc('chat.create', { i: services.newOp(), kind: 1, users: [user] });
    if (answer.ok) navigate(`/chats/${answer.data.chat.h.c}`);
    else on.say(problemText(t, answer), true);
  };
  const add = async (): Promise<void> => {
    await services.commands.setContact({ user, state: relations.friend });
    on.say(t('cards.contact.added', { name }));
  };
  const isMe = user === services.me.userId;
  const isFriend = toRelation(contact) === 'friend';
  const profile = `/friends/${user}`;
  const actions: CardAction[] = [
    ...(isFriend
      ? [{ text: t('cards.contact.chat'), label: t('cards.contact.chatWith', { name }), onClick: () => void chat() }]
      : [{ text: t('cards.contact.add'), label: `${t('cards.contact.add')}: ${name}`, onClick: () => void add() }]),
    {
      text: t('cards.contact.profile'),
      label: t('cards.contact.profileOf', { name }),
      href: profile,
      onClick: go(profile),
    },
  ];
  return (
    <PersonCard
      face={card ? faceId(user, card) : String(user)}
      name={name}
      handle={String(content.b['h'])}
      kind={t('cards.contact.kind')}
      readerLang={language}
      isOwn={item.isOwn}
      actions={isMe ? [] : actions}
      note={isMe ? t('cards.contact.you') : undefined}
      tabIndex={tabIndex}
    />
  );
}
