import { ArrowLeft, X } from 'lucide-react';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isJoined } from '#domain/chatTraits.ts';
import { faceId, pictureOf } from '#domain/faceId.ts';
import { toJoinWay, toRoleName } from '#domain/communityRules.ts';
import { canChangeRooms, canLeave, isOver } from '#domain/permissions.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices, type ChatWindow } from '#client/context.ts';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { problemText } from '#client/parts/problemText.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import type { CommunityChat } from './CommunityChat.ts';
import { CommunityInfo } from './CommunityInfo.tsx';
import { MembersPane, type MembersPaneProps } from './members/MembersPane.tsx';
import { NameDialog } from './NameDialog.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { RoomEditorProps } from './rooms/RoomEditor.tsx';
import { useMyProfile, type MyProfile } from './useMyProfile.ts';
import { useRequest } from './useRequest.ts';

const RoomEditor = lazyPart<RoomEditorProps>(() => import('./rooms/RoomEditor.tsx').then((m) => m.RoomEditor));

export type CommunityPanelProps = {
  chatId: ChatId;
  /** what I set for myself in this chat */
  choices: ReactNode;
  onMention?: MembersPaneProps['onMention'];
  /** what I may do with a member beside that */
  entriesOf?: MembersPaneProps['entriesOf'];
  /** removing several members at once */
  removing?: MembersPaneProps['removing'];
  /** asks before I leave; is given a way to the members */
  onLeave: (toMembers: () => void) => void;
  /** asks before I end it for everybody */
  onEnd?: (() => void) | undefined;
  /** what waits for a decision of mine, and what can be undone */
  acts?: ReactNode;
  /** opens a room that was just made */
  onRoom?: ((id: ChatId) => void) | undefined;
  onClose: () => void;
};

/** The panel beside a community: what it is, who I am there, who is in it. */
export function CommunityPanel(props: CommunityPanelProps) {
  const { openChat, stores } = useServices();
  const { chatId } = props;
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  const [win, setWindow] = useState<ChatWindow>();
  useLayoutEffect(() => hold(openChat(chatId), setWindow), [openChat, chatId]);
  return chat && win ? <Panel {...props} chat={chat} win={win} /> : null;
}

/** Shares the chat's window for as long as the panel is there. */
function hold(shared: ChatWindow, show: (shared: ChatWindow) => void): () => void {
  show(shared);
  return () => shared.close();
}

type PanelProps = CommunityPanelProps & { chat: CommunityChat; win: ChatWindow };

function Panel({
  chat,
  win,
  choices,
  onMention,
  entriesOf,
  removing,
  onLeave,
  onEnd,
  acts,
  onRoom,
  onClose,
}: PanelProps) {
  const { t, i18n } = useTranslation();
  const online = useStore(win.store, (state) => state.online);
  const mine = useMyProfile(chat, win);
  const [page, setPage] = useState<'info' | 'members'>('info');
  const [question, setQuestion] = useState<'name' | 'room'>();
  const { meta, me, head } = chat;
  const title = meta.title ?? t('community.untitled');
  const isIn = isJoined(me.st);
  const standing = { kind: chat.kind, state: me.st, role: me.ro, set: meta.set };
  // Where there are rooms, their list has the button.
  const hasRooms = (meta.rooms?.length ?? 0) > 0;
  const count = new Intl.NumberFormat(i18n.language).format(head.cnt);
  return (
    <div className="flex size-full min-h-0 flex-col bg-surface [--plane:var(--surface)]">
      {page === 'members' && isIn ? (
        <>
          <PaneHeader
            look="pane"
            level={2}
            title={t('community.members.title')}
            subtitle={t('community.members.of', { members: count, cap: meta.cap.toLocaleString(i18n.language) })}
            lead={<IconButton icon={ArrowLeft} isMirrored label={t('common.back')} onClick={() => setPage('info')} />}
            actions={<IconButton icon={X} label={t('common.close')} onClick={onClose} />}
          />
          <MembersPane chat={chat} onMention={onMention} entriesOf={entriesOf} removing={removing} />
        </>
      ) : (
        <>
          <PaneHeader
            look="pane"
            level={2}
            title={t('community.title')}
            actions={<IconButton icon={X} label={t('common.close')} onClick={onClose} />}
          />
          <CommunityInfo
            title={title}
            faceId={faceId(chat.c, { av: meta.avatar })}
            about={meta.about}
            rules={meta.set?.rules}
            facts={{
              members: head.cnt,
              cap: meta.cap,
              online,
              join: toJoinWay(meta.set?.join ?? 0),
              topic: meta.set?.cat,
              days: meta.hist,
              slow: meta.set?.slow,
            }}
            me={mine && { face: faceId(me.mid, { av: mine.av }), name: mine.name, role: toRoleName(me) }}
            isOver={!isIn}
            choices={choices}
            onMembers={() => setPage('members')}
            onName={() => setQuestion('name')}
            onLeave={canLeave(standing) ? () => onLeave(() => setPage('members')) : undefined}
            onEnd={onEnd}
            isClosed={isOver({ set: meta.set })}
            acts={acts}
            onNewRoom={onRoom && !hasRooms && canChangeRooms(standing) ? () => setQuestion('room') : undefined}
          />
        </>
      )}
      {question === 'room' && onRoom && (
        <RoomEditor
          community={chat}
          roomId={undefined}
          onMade={(id) => {
            setQuestion(undefined);
            onRoom(id);
          }}
          onEnded={() => setQuestion(undefined)}
          onClose={() => setQuestion(undefined)}
        />
      )}
      {question === 'name' && (
        <ChangeProfile chat={chat} mine={mine ?? { name: '' }} onClose={() => setQuestion(undefined)} />
      )}
    </div>
  );
}

type ChangeProfileProps = { chat: CommunityChat; mine: MyProfile; onClose: () => void };

/** Name and picture by which others know me here. The picture is in use once it is cut; the name when it is saved. */
function ChangeProfile({ chat, mine, onClose }: ChangeProfileProps) {
  const { t } = useTranslation();
  const { rpc, newOp, upload } = useServices();
  const request = useRequest();
  const [tried, setTried] = useState<string>();
  const isTaken = request.problem?.code === 'NAME_TAKEN';
  return (
    <NameDialog
      name={mine.name}
      picture={
        <PicturePicker
          face={faceId(chat.me.mid, { av: mine.av })}
          name={mine.name}
          hasPicture={pictureOf(mine.av) !== undefined}
          hint={t('community.name.pictureHint')}
          removeText={t('community.name.pictureAsk')}
          upload={(picture, onProgress) => upload('avatar', picture, onProgress)}
          save={(picture) => rpc('community.profile', { c: chat.c, picture, op: newOp() })}
        />
      }
      isBusy={request.isBusy}
      taken={isTaken ? tried : undefined}
      problem={request.problem && !isTaken ? problemText(t, request.problem) : undefined}
      onSave={(nn) => {
        setTried(nn);
        void request.run(() => rpc('community.profile', { c: chat.c, nn, op: newOp() }), onClose);
      }}
      onClose={onClose}
    />
  );
}
