import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCardMessage, isCommunity } from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { contentText } from '#client/parts/contentText.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { originalsOf } from '#client/stores/originalsOf.ts';
import { ReplyNote } from './ReplyNote.tsx';

export type ReplyPaneProps = { window: ChatWindow; seq: number; onCancel: () => void };

/** Looks up what is being answered; a draft of long ago may answer what is far from here. */
export function ReplyPane({ window: chatWindow, seq, onCancel }: ReplyPaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const { stores } = services;
  const c = useStore(chatWindow.store, (state) => state.c);
  const chat = useStore(chatWindow.store, (state) => state.chat);
  const members = useStore(chatWindow.store, (state) => state.members);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  const originals = useMemo(
    () => originalsOf(chatWindow.store, (seqs, show) => services.findMessages(c, seqs, show)),
    [chatWindow, services, c],
  );
  const original = useSyncExternalStore(originals.listen, () => originals.get(seq));
  useEffect(() => {
    if (original === undefined) originals.want(seq);
  }, [originals, original, seq]);
  if (!original) {
    const text = original === null ? t('quotes.gone') : t('quotes.earlier');
    return <ReplyNote name={undefined} face="" text={text} onCancel={onCancel} />;
  }
  const { u, k, b, del } = original;
  const member = members.get(u);
  const isOwn = chat !== undefined && u === chat.me.mid;
  const name = isOwn ? t('chat.you') : nameOf({ users, contacts }, u, member?.nn);
  const face = chat && isCommunity(chat.kind) ? String(u) : faceOf({ users }, u, member?.av);
  const isGone = del !== undefined || originals.laidOver(seq).isGone === true;
  const said = isCardMessage(k) ? plainLine(typeof b?.['x'] === 'string' ? b['x'] : '') : contentText(t, { k, b });
  const text = isGone ? t('chat.unsent') : (originals.laidOver(seq).text ?? said ?? t('chat.unsupported'));
  return <ReplyNote name={name} face={face} text={text} onCancel={onCancel} />;
}
