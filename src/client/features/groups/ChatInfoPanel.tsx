import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { canInvite, canLeave, canModerate, canRename } from '#domain/permissions.ts';
import { isDirect, isJoined } from '#domain/chatTraits.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { useServices, type ChatWindow } from '#client/context.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { faceOf } from '#client/stores/faceOf.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { ChatInfo } from './ChatInfo.tsx';
import { GalleryRow } from './GalleryRow.tsx';
import { ChatLookRow } from './look/ChatLookRow.tsx';
import type { GroupChat } from './GroupChat.ts';
import type { GroupQuestion } from './GroupDialogs.tsx';
import { JoinPanel } from './invite/JoinPanel.tsx';
import { bannedRows, invitedRows, memberRows } from './memberRows.ts';
import { OutsideList } from './OutsideList.tsx';
import { useChatChoices } from './useChatChoices.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { useActLists } from './useActLists.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

const GroupDialogs = lazyPart(() => import('./GroupDialogs.tsx').then((file) => file.GroupDialogs));
const AHEAD = [GroupDialogs];

export type ChatInfoPanelProps = {
  chatId: ChatId;
  /** Reports a member; absent where there is nobody to report to. */
  onReport?: ((member: { member: MemberId; name: string }) => void) | undefined;
  /** ways to what the chat has beside its messages */
  ways?: ReactNode;
  onClose: () => void;
};

/** The panel beside a chat: who is in it, and what I can do with it. */
export function ChatInfoPanel({ chatId, onReport, ways, onClose }: ChatInfoPanelProps) {
  const { openChat, stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  const [win, setWindow] = useState<ChatWindow>();
  useLayoutEffect(() => hold(openChat(chatId), setWindow), [openChat, chatId]);
  return chat && win ? <Panel chat={chat} win={win} onReport={onReport} ways={ways} onClose={onClose} /> : null;
}

/** Shares the chat's window for as long as the panel is there. */
function hold(shared: ChatWindow, show: (shared: ChatWindow) => void): () => void {
  show(shared);
  return () => shared.close();
}

type PanelProps = Omit<ChatInfoPanelProps, 'chatId'> & { chat: GroupChat; win: ChatWindow };

function Panel({ chat, win, onReport, ways, onClose }: PanelProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const people = useStore(services.stores.people);
  const [question, setQuestion] = useState<GroupQuestion>();
  usePreload(AHEAD);
  const isGroup = !isDirect(chat.kind);
  const { members, banned, invited, nameOfMember } = useMembers(chat, win);
  const acts = useActLists(chat, {
    nameOf: nameOfMember,
    isIdle: !isGroup || !isJoined(chat.me.st) || question !== undefined,
    onAsk: (kind, act) => setQuestion({ kind, act }),
  });
  const faces = useStore(win.store, (state) => state.members);
  const title = chatTitle(people, chat) ?? t('common.someone');
  const peer = chat.me.peer;
  const handle = peer === undefined ? undefined : people.users.get(peer)?.handle;
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const ask = (kind: 'rename' | 'about' | 'picture' | 'add' | 'leave', may: boolean) =>
    may ? () => setQuestion({ kind }) : undefined;
  return (
    <>
      <ChatInfo
        title={title}
        faceId={chatFace(people, chat)}
        subtitle={isGroup ? t('groups.info.members', { count: members.length }) : handle && <Handle handle={handle} />}
        choices={{ ...useChatChoices(chat, onClose), look: ownRows(chat.c) }}
        members={isGroup ? members : undefined}
        memberActions={{
          faceOf: (id) => faceOf(people, id, faces.get(id as MemberId)?.av),
          onlineOf: (id) => people.presence.get(id as UserId)?.state === 1,
          hrefOf: (id) => `/friends/${id}`,
          follow: (href) => (event) => {
            if (!isPlainPress(event)) return;
            event.preventDefault();
            navigate(href);
          },
          onAct: (member, action) => setQuestion({ kind: 'member', action, member }),
          onReport: onReport && (({ id, name }) => onReport({ member: id as MemberId, name })),
        }}
        ways={ways}
        profileHref={peer === undefined ? undefined : `/friends/${peer}`}
        moderationHref={canModerate(standing) ? `/chats/${chat.c}/moderation` : undefined}
        invited={
          <OutsideList
            title={t('joining.invited', { count: invited.length })}
            people={invited}
            faceOf={(id) => faceOf(people, id)}
            action={t('guard.member.uninvite')}
            onAct={(member) => setQuestion({ kind: 'member', action: 'uninvite', member })}
          />
        }
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
        about={chat.meta.about}
        onAbout={ask('about', canRename(standing))}
        waiting={acts.waiting}
        done={acts.done}
        banned={
          <OutsideList
            title={t('guard.info.banned', { count: banned.length })}
            people={banned}
            faceOf={(id) => faceOf(people, id, faces.get(id as MemberId)?.av)}
            action={t('guard.member.unban')}
            onAct={(member) => setQuestion({ kind: 'member', action: 'unban', member })}
          />
        }
        onRename={ask('rename', canRename(standing))}
        onPicture={ask('picture', canRename(standing))}
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

const ownRows = (c: ChatId) => (
  <>
    <GalleryRow c={c} />
    <ChatLookRow c={c} />
  </>
);

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
  const nameOfMember = useCallback(
    (mid: number, nickname?: string) =>
      (mid === chat.me.mid ? account?.name : undefined) ?? nameOf(people, mid, nickname) ?? someone,
    [chat.me.mid, account, people, someone],
  );
  return useMemo(() => {
    const input = {
      members: [...members.values()],
      me: { kind: chat.kind, state: chat.me.st, role: chat.me.ro, mid: chat.me.mid, set: chat.meta.set },
      nameOf: nameOfMember,
      language: i18n.language,
    };
    return { members: memberRows(input), banned: bannedRows(input), invited: invitedRows(input), nameOfMember };
  }, [members, chat, nameOfMember, i18n.language]);
}
