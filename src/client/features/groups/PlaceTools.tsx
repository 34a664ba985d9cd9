import { Flag, UserPlus } from 'lucide-react';
import { useLayoutEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import {
  canChangeCap,
  canChangeSettings,
  canClose,
  canModerate,
  canRemove,
  canRename,
  hasRight,
} from '#domain/permissions.ts';
import { isJoined } from '#domain/chatTraits.ts';
import { roleName } from '#domain/memberTraits.ts';
import type { Mem } from '#protocol/entities/members.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { useServices, type ChatWindow } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuEntry } from '#client/ui/Menu.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import type { GroupChat } from './GroupChat.ts';
import type { GroupQuestion } from './GroupDialogs.tsx';
import { JoinPanel } from './invite/JoinPanel.tsx';
import { memberEntries } from './memberEntries.ts';
import { actionsOn } from './memberRows.ts';
import { ModerationLink } from './ModerationLink.tsx';
import { useActLists } from './useActLists.tsx';

const GroupDialogs = lazyPart(() => import('./GroupDialogs.tsx').then((file) => file.GroupDialogs));

/** What a panel of another kind of chat can offer of running it. */
export interface RunningTools {
  /** what I may do with a member */
  entriesOf: (member: Mem) => MenuEntry[];
  /** removing several members at once; absent where I may remove nobody */
  removing:
    | {
        canRemove: (member: Mem) => boolean;
        onRemove: (members: readonly { id: number; name: string }[], onDone: () => void) => void;
      }
    | undefined;
  /** asks before I leave; `toMembers` shows the list, where an owner finds who is to follow */
  onLeave: (toMembers: () => void) => void;
  /** asks before I end it for everybody; absent: not mine to end */
  onEnd: (() => void) | undefined;
  /** how people come in, acts that wait for me, and those that can be undone */
  acts: ReactNode;
}

export type PlaceToolsProps = {
  chatId: ChatId;
  /** Reports a member. */
  onReport: (member: { member: MemberId; name: string }) => void;
  children: (tools: RunningTools) => ReactNode;
};

/** The tools of running a community, with their dialogs: its panel shows thousands of members in its own way, and is given what may be done with each. */
export function PlaceTools({ chatId, onReport, children }: PlaceToolsProps) {
  const { openChat, stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  const [win, setWindow] = useState<ChatWindow>();
  useLayoutEffect(() => hold(openChat(chatId), setWindow), [openChat, chatId]);
  return chat && win ? (
    <Tools chat={chat} win={win} onReport={onReport}>
      {children}
    </Tools>
  ) : null;
}

function hold(shared: ChatWindow, show: (shared: ChatWindow) => void): () => void {
  show(shared);
  return () => shared.close();
}

type ToolsProps = Pick<PlaceToolsProps, 'children' | 'onReport'> & { chat: GroupChat; win: ChatWindow };

function Tools({ chat, win, onReport, children }: ToolsProps) {
  const { t } = useTranslation();
  const { stores } = useServices();
  const [, navigate] = useLocation();
  const people = useStore(stores.people);
  const members = useStore(win.store, (state) => state.members);
  const [question, setQuestion] = useState<GroupQuestion>();
  const someone = t('common.someone');
  const acts = useActLists(chat, {
    nameOf: (mid) => members.get(mid)?.nn ?? someone,
    isIdle: !isJoined(chat.me.st) || question !== undefined,
    onAsk: (kind, act) => setQuestion({ kind, act }),
  });
  const { me } = chat;
  const standing = { kind: chat.kind, state: me.st, role: me.ro, set: chat.meta.set };
  const wayTo = (href: string) => ({
    href,
    onClick(event: MouseEvent<HTMLElement>) {
      if (!isPlainPress(event)) return;
      event.preventDefault();
      navigate(href);
    },
  });
  const order = `/chats/${chat.c}/moderation`;
  const runs = canChangeSettings(standing) || canRename(standing) || canChangeCap(standing);
  return (
    <>
      {children({
        entriesOf({ u, nn, st, ro }) {
          if (u === me.mid) return [];
          const member = { id: u, name: nn ?? someone };
          const own = memberEntries(
            t,
            actionsOn(standing, { state: st, role: ro }),
            (action) => setQuestion({ kind: 'member', action, member }),
            true,
          );
          const report: MenuEntry = {
            id: 'report',
            icon: Flag,
            label: t('order.report.member', { name: member.name }),
            onAction: () => onReport({ member: u, name: member.name }),
          };
          const connect: MenuEntry = {
            id: 'connect',
            icon: UserPlus,
            label: t('guard.connect.action'),
            onAction: () => setQuestion({ kind: 'connect', member }),
          };
          return [...(isJoined(st) ? [connect] : []), ...own, report];
        },
        removing: hasRight(standing, 'kick')
          ? {
              canRemove: ({ u, st, ro }) => u !== me.mid && canRemove(standing, { state: st, role: ro }),
              onRemove: (chosen, onDone) => setQuestion({ kind: 'removeMany', members: chosen, onDone }),
            }
          : undefined,
        onLeave: (toMembers) => setQuestion({ kind: 'leave', toMembers }),
        onEnd: canClose(standing) ? () => setQuestion({ kind: 'close' }) : undefined,
        acts: (
          <>
            <JoinPanel
              chat={chat}
              onLinks={() => setQuestion({ kind: 'links' })}
              onRequests={() => setQuestion({ kind: 'requests' })}
            />
            <ModerationLink
              {...(canModerate(standing) ? wayTo(order) : {})}
              settings={runs ? wayTo(`${order}/settings`) : undefined}
            />
            {acts.waiting}
            {acts.done}
          </>
        ),
      })}
      {question && (
        <GroupDialogs
          question={question}
          chat={chat}
          title={chatTitle(people, chat) ?? someone}
          members={[{ id: me.mid, name: '', role: roleName(me.ro), isMe: true, can: [] }]}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
