import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { canInvite, canLeave, canRename } from '#domain/permissions.ts';
import { isDirect, isInvited, isJoined } from '#domain/chatTraits.ts';
import { faceId } from '#domain/faceId.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { useServices, type ChatWindow } from '#client/context.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { ChatInfo } from './ChatInfo.tsx';
import type { NotifyChoice } from './ChatChoices.tsx';
import type { GroupChat } from './GroupChat.ts';
import type { GroupQuestion } from './GroupDialogs.tsx';
import { JoinPanel } from './invite/JoinPanel.tsx';
import { memberRows } from './memberRows.ts';
import { muteChoice, muteUntil } from './muteChoices.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const GroupDialogs = lazyPart(() => import('./GroupDialogs.tsx').then((file) => file.GroupDialogs));
const AHEAD = [GroupDialogs];

export type ChatInfoPanelProps = { chatId: ChatId; onClose: () => void };

/** Choices of `notify` by their number on the wire. */
const notifyChoices: readonly NotifyChoice[] = ['all', 'mentions', 'none'];

/** The panel beside a chat: who is in it, and what I can do with it. */
export function ChatInfoPanel({ chatId, onClose }: ChatInfoPanelProps) {
  const { openChat, stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  const [win, setWindow] = useState<ChatWindow>();
  useLayoutEffect(() => hold(openChat(chatId), setWindow), [openChat, chatId]);
  return chat && win ? <Panel chat={chat} win={win} onClose={onClose} /> : null;
}

/** Shares the chat's window for as long as the panel is there. */
function hold(shared: ChatWindow, show: (shared: ChatWindow) => void): () => void {
  show(shared);
  return () => shared.close();
}

function Panel({ chat, win, onClose }: { chat: GroupChat; win: ChatWindow; onClose: () => void }) {
  const { t } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const people = useStore(services.stores.people);
  const [question, setQuestion] = useState<GroupQuestion>();
  usePreload(AHEAD);
  const isGroup = !isDirect(chat.kind);
  const members = useMembers(chat, win);
  const title = chatTitle(people, chat) ?? t('common.someone');
  const peer = chat.me.peer;
  const handle = peer === undefined ? undefined : people.users.get(peer)?.handle;
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const invitedCount = useInvitedCount(win);
  const ask = (kind: 'rename' | 'add' | 'leave', may: boolean) => (may ? () => setQuestion({ kind }) : undefined);
  return (
    <>
      <ChatInfo
        title={title}
        faceId={faceId(peer ?? chat.c, peer === undefined ? undefined : people.users.get(peer))}
        subtitle={isGroup ? t('groups.info.members', { count: members.length }) : handle && <Handle handle={handle} />}
        choices={useChoices(chat, onClose)}
        members={isGroup ? members : undefined}
        memberActions={{
          faceOf: (id) => faceId(id, people.users.get(id as UserId)),
          onlineOf: (id) => people.presence.get(id as UserId)?.state === 1,
          hrefOf: (id) => `/friends/${id}`,
          follow: (href) => (event) => {
            if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            navigate(href);
          },
          onRemove: (member) => setQuestion({ kind: 'remove', member }),
        }}
        profileHref={peer === undefined ? undefined : `/friends/${peer}`}
        invitedCount={invitedCount}
        joining={
          isGroup && (
            <JoinPanel
              chat={chat}
              onLinks={() => setQuestion({ kind: 'links' })}
              onRequests={() => setQuestion({ kind: 'requests' })}
            />
          )
        }
        isOver={!isJoined(chat.me.st)}
        onRename={ask('rename', canRename(standing))}
        onAddPeople={ask('add', canInvite(standing) && members.length < chat.meta.cap)}
        onLeave={ask('leave', canLeave(standing))}
        onClose={onClose}
      />
      {question && (
        <GroupDialogs
          question={question}
          chat={chat}
          title={title}
          members={members}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}

/** Who is in the chat, from what this device holds. */
function useMembers(chat: GroupChat, win: ChatWindow) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const people = useStore(services.stores.people);
  const account = useStore(services.stores.session, (session) => session.account);
  const members = useStore(win.store, (state) => state.members);
  const someone = t('common.someone');
  const ids = useMemo(() => [...members.keys()] as UserId[], [members]);
  useEffect(() => {
    const unknown = ids.filter((id) => !services.stores.people.getState().users.has(id));
    if (unknown.length > 0) services.wantUsers(unknown);
  }, [services, ids]);
  return useMemo(
    () =>
      memberRows({
        members: members.values(),
        me: { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set, mid: chat.me.mid },
        nameOf: (mid, nickname) =>
          (mid === chat.me.mid ? account?.name : nameOf(people, mid, nickname)) ??
          nameOf(people, mid, nickname) ??
          someone,
        language: i18n.language,
      }),
    [members, chat, people, account, someone, i18n.language],
  );
}

/** People who have been asked and have not answered. */
function useInvitedCount(win: ChatWindow): number {
  const members = useStore(win.store, (state) => state.members);
  return useMemo(() => [...members.values()].filter(({ st }) => isInvited(st)).length, [members]);
}

/** My own settings of the chat and what changes them. */
function useChoices(chat: GroupChat, onClose: () => void) {
  const { i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const now = services.serverNow();
  const { c } = chat;
  const set = (change: Parameters<typeof services.commands.setChat>[0]['set']) =>
    void services.commands.setChat({ c, set: change });
  const until = chat.me.mu;
  const time = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  return {
    isPinned: chat.me.pin !== undefined,
    mute: muteChoice(until, now),
    mutedUntil: until === undefined ? undefined : time.format(until),
    notify: notifyChoices[chat.me.nt] ?? 'all',
    isGroup: !isDirect(chat.kind),
    onPin: (isPinned: boolean) =>
      set({ pin: isPinned ? nextRank(services.stores.chatList.getState().chats.values()) : 0 }),
    onMute: (choice: Parameters<typeof muteUntil>[0]) => set({ mute: muteUntil(choice, services.serverNow()) }),
    onNotify: (choice: NotifyChoice) => set({ notify: notifyChoices.indexOf(choice) }),
    onHide: () => {
      set({ hide: true });
      onClose();
      navigate('/chats');
    },
  };
}

/** The rank of a chat that is pinned now: above all others. */
function nextRank(chats: Iterable<GroupChat>): number {
  let highest = 0;
  for (const chat of chats) highest = Math.max(highest, chat.me.pin ?? 0);
  return highest + 1;
}
