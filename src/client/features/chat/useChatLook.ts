import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canSend } from '#domain/permissions.ts';
import { isThreadOver } from '#domain/threadRules.ts';
import { isCommunity, isDirect, isOfficial } from '#domain/chatTraits.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { LineLook } from './lines/LineLook.ts';
import { dayOf } from './model/dayOf.ts';

/** What all lines of the open chat share, as one object that stays the same while nothing of it changed. `me`: my member id. `more` must keep its identity. */
export function useChatLook(
  state: ChatWindowState,
  me: number,
  more: Pick<LineLook, 'originals' | 'hidden' | 'threads'>,
): Omit<LineLook, 'on'> {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { stores } = services;
  const users = useStore(stores.people, (people) => people.users);
  const contacts = useStore(stores.people, (people) => people.contacts);
  const isLive = useIsLive();
  const showsLinks = useStore(stores.prefs, ({ linkCards }) => linkCards);
  const { c, chat, members, receipts, peerRead } = state;
  const kind = chat?.kind ?? 0;
  const isApp = isOfficial(kind);
  const app = useOfficial(state);
  const nameOfMember = useCallback(
    (mid: number) => {
      if (app && mid !== me) return app.name ?? t('chat.someone');
      return nameOf({ users, contacts }, mid, members.get(mid)?.nn) ?? t('chat.someone');
    },
    [users, contacts, members, app, me, t],
  );
  const canWrite =
    chat !== undefined &&
    canSend({ kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set }) &&
    !(chat.meta.root && isThreadOver(chat.bump, services.serverNow()));
  const today = dayOf(services.serverNow());
  const { language } = i18n;
  return useMemo(
    () => ({
      ...{ t, c, language, me, today, canWrite, isLive, receipts, peerRead, showsLinks, ...more },
      isDm: isDirect(kind),
      isPlace: isCommunity(kind),
      isOfficial: isApp,
      nameOf: nameOfMember,
      faceOf: (mid: number) => (app && mid !== me ? app.face : faceOf({ users }, mid, members.get(mid)?.av)),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- `kind` decides what is made of it
    [
      t,
      c,
      language,
      me,
      today,
      canWrite,
      isLive,
      receipts,
      peerRead,
      kind,
      nameOfMember,
      app,
      users,
      members,
      more,
      showsLinks,
    ],
  );
}

/** The app behind an official chat is no member whom anybody knows: its face and name are those of the chat. Undefined in other chats. */
function useOfficial({ chat }: ChatWindowState): { face: string; name: string | undefined } | undefined {
  const { stores } = useServices();
  const users = useStore(stores.people, (people) => people.users);
  const contacts = useStore(stores.people, (people) => people.contacts);
  const isApp = chat !== undefined && isOfficial(chat.kind);
  const face = isApp ? chatFace({ users }, chat) : undefined;
  const name = isApp ? chatTitle({ users, contacts }, chat) : undefined;
  return useMemo(() => (face === undefined ? undefined : { face, name }), [face, name]);
}
