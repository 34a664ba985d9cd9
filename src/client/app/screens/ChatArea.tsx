import { useEffect, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { ChatPane } from '#client/features/chat/ChatPane.tsx';
import { lastEditable } from '#client/features/chat/model/lastEditable.ts';
import { toEditRequest } from '#client/features/chat/model/toEditRequest.ts';
import { ComposerPane } from '#client/features/composer/ComposerPane.tsx';
import type { ComposerEdit } from '#client/features/composer/ComposerPane.tsx';
import { AlertOfferPane } from '#client/features/notifications/AlertOfferPane.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import {
  isCommunity as isCommunityKind,
  isDirect,
  isInvited,
  isJoined,
  isOfficial as isOfficialKind,
} from '#domain/chatTraits.ts';
import { roleName } from '#domain/memberTraits.ts';
import type { ReportTarget } from '#client/features/moderation/ReportPane.tsx';
import type { ChatId } from '#protocol/ids.ts';
import type { ShelfRowsProps } from '#client/features/shelf/ShelfRows.tsx';
import type { AddToAlbumProps } from './AddToAlbum.tsx';
import type { ChatViewerProps } from './ChatViewer.tsx';
import { holdWindow } from './holdWindow.ts';
import type { ThreadPanelProps } from './ThreadPanel.tsx';
import { usePlace } from './usePlace.ts';
import { useThread } from './useThread.ts';

const ChatInfoPanel = lazyPart(() => import('#client/features/groups/ChatInfoPanel.tsx').then((m) => m.ChatInfoPanel));
const PlacePanel = lazyPart(() => import('./PlacePanel.tsx').then((m) => m.PlacePanel));
const SincePane = lazyPart(() => import('#client/features/communities/since/SincePane.tsx').then((m) => m.SincePane));
const RoomsBar = lazyPart(() => import('#client/features/communities/rooms/RoomsBar.tsx').then((m) => m.RoomsBar));
const InvitationPane = lazyPart(() =>
  import('#client/features/joining/InvitationPane.tsx').then((m) => m.InvitationPane),
);
const ReportPane = lazyPart(() => import('#client/features/moderation/ReportPane.tsx').then((m) => m.ReportPane));
const AppealPane = lazyPart(() => import('#client/features/moderation/AppealPane.tsx').then((m) => m.AppealPane));
const HeldNotesPane = lazyPart(() =>
  import('#client/features/moderation/HeldNotesPane.tsx').then((m) => m.HeldNotesPane),
);
const RemovedNotice = lazyPart(() =>
  import('#client/features/moderation/RemovedNotice.tsx').then((m) => m.RemovedNotice),
);
const OfficialFootPane = lazyPart(() =>
  import('#client/features/chat/official/OfficialFootPane.tsx').then((m) => m.OfficialFootPane),
);
const ChatAppsPane = lazyPart(() =>
  import('#client/features/miniApps/pages/ChatAppsPane.tsx').then((m) => m.ChatAppsPane),
);
const ChatViewer = lazyPart<ChatViewerProps>(() => import('./ChatViewer.tsx').then((m) => m.ChatViewer));
const ShelfRows = lazyPart<ShelfRowsProps>(() =>
  import('#client/features/shelf/ShelfRows.tsx').then((m) => m.ShelfRows),
);
const AddToAlbum = lazyPart<AddToAlbumProps>(() => import('./AddToAlbum.tsx').then((m) => m.AddToAlbum));
const ThreadPanel = lazyPart<ThreadPanelProps>(() => import('./ThreadPanel.tsx').then((m) => m.ThreadPanel));
const AHEAD = [ThreadPanel, ChatInfoPanel, ChatViewer, ShelfRows];
const PLACE_AHEAD = [ThreadPanel, PlacePanel, ChatViewer, ShelfRows];

/** A chat that was just made arrives within this time, ms; only then is it called missing. */
const MISSING_MS = 4000;

export type ChatAreaProps = {
  chatId: ChatId;
  seq: number | undefined;
  /** the thread beside it */
  threadId: ChatId | undefined;
  onBack: () => void;
};

/** One open chat with its composer and, on demand, the panel beside it. Give it the chat's id as `key`. */
export function ChatArea({ chatId, seq, threadId, onBack }: ChatAreaProps) {
  const { openChat, stores } = useServices();
  const isAsked = useStore(stores.chatList, ({ chats }) => isInvited(chats.get(chatId)?.me.st ?? 0));
  const root = useStore(stores.chatList, ({ chats }) => chats.get(chatId)?.meta.root);
  const [opened, setOpened] = useState<ChatWindow>();
  // Before the paint: a chat from the cache shows in the first frame after the press.
  useLayoutEffect(
    // An invited person has nothing to look at yet; the window opens when they are in.
    () => (isAsked ? undefined : holdWindow(openChat(chatId), setOpened)),
    [openChat, chatId, isAsked],
  );
  // A thread stands beside its chat, wherever a link to it comes from.
  if (root) return <Redirect to={`/chats/${root.c}/t/${chatId}`} replace />;
  if (isAsked) return <InvitationPane chatId={chatId} onBack={onBack} />;
  return opened ? (
    <OpenChat chatWindow={opened} seq={seq} threadId={threadId} onBack={onBack} />
  ) : (
    <div className="min-w-0 flex-1 bg-surface-sunken" />
  );
}

type OpenChatProps = Pick<ChatAreaProps, 'seq' | 'threadId' | 'onBack'> & { chatWindow: ChatWindow };

function OpenChat({ chatWindow, seq, threadId, onBack }: OpenChatProps) {
  const { me, serverNow } = useServices();
  const [edit, setEdit] = useState<ComposerEdit>();
  // An answer that was begun elsewhere, such as in the gallery, comes with the address.
  const [reply, setReply] = useState<number | undefined>(() => (history.state as { reply?: number } | null)?.reply);
  const [isInfoOpen, setInfoOpen] = useState(false);
  const [mention, setMention] = useState<{ mid: number; name: string }>();
  const isCommunity = useStore(chatWindow.store, ({ chat }) => chat !== undefined && isCommunityKind(chat.kind));
  const isOfficial = useStore(chatWindow.store, ({ chat }) => chat !== undefined && isOfficialKind(chat.kind));
  const [viewed, setViewed] = useState<ChatViewerProps['viewed']>();
  const [toAlbum, setToAlbum] = useState<AddToAlbumProps['items']>();
  const [report, setReport] = useState<ReportTarget>();
  const [isAppealing, setAppealing] = useState(false);
  const [isChoosingApp, setChoosingApp] = useState(false);
  const isShared = useStore(chatWindow.store, ({ chat }) => chat !== undefined && !isDirect(chat.kind));
  // What moderators and those above them write is never held.
  const mayBeHeld = useStore(chatWindow.store, ({ chat }) => isFiltered(chat));
  const c = useStore(chatWindow.store, (state) => state.c);
  const parent = useStore(chatWindow.store, ({ chat }) => chat?.meta.parent);
  const [, navigate] = useLocation();
  const open = (id: ChatId) => navigate(`/chats/${id}`);
  const place = usePlace(chatWindow, seq);
  const openThread = useThread(c);
  const isInfoShown = isInfoOpen && threadId === undefined;
  const showInfo = () => {
    if (threadId !== undefined) open(c);
    setInfoOpen(!isInfoShown);
  };
  const isMissing = useMissing(chatWindow);
  usePreload(isCommunity ? PLACE_AHEAD : AHEAD);
  if (isMissing) return <MissingChat c={c} />;
  return (
    <>
      <div className="min-w-0 flex-1">
        <ChatPane
          window={chatWindow}
          {...place}
          backHref={parent === undefined ? '/chats' : `/chats/${parent}`}
          onBack={parent === undefined ? onBack : () => open(parent)}
          onThread={isOfficial ? undefined : openThread}
          onInfo={isOfficial ? undefined : showInfo}
          isInfoOpen={isInfoShown}
          onApps={isOfficial ? undefined : () => setChoosingApp(true)}
          onEdit={setEdit}
          onReply={(s) => {
            setEdit(undefined);
            setReply(s);
          }}
          top={
            isCommunity && (
              <>
                <RoomsBar communityId={parent ?? c} openId={c} onOpen={open} />
                <SincePane window={chatWindow} onJump={(to) => place.onJump({ seq: to, at: 'center' })} />
              </>
            )
          }
          onReport={(s) => setReport({ s })}
          onOpenMedia={(item, index) => setViewed({ item, index })}
          onAlbum={isOfficial ? undefined : setToAlbum}
          foot={
            <>
              <AlertOfferPane />
              {mayBeHeld && <HeldNotesPane window={chatWindow} />}
              {isOfficial ? (
                <OfficialFootPane window={chatWindow} />
              ) : (
                <ComposerPane
                  window={chatWindow}
                  edit={edit}
                  mention={mention}
                  onEditEnd={() => setEdit(undefined)}
                  onEditRestore={setEdit}
                  reply={reply}
                  onReplyEnd={() => setReply(undefined)}
                  onReplyRestore={setReply}
                  onAppeal={() => setAppealing(true)}
                  onEditLast={() => {
                    const state = chatWindow.store.getState();
                    const item = lastEditable(state, state.chat?.me.mid ?? me.userId, serverNow());
                    if (item) setEdit(toEditRequest(item));
                  }}
                />
              )}
            </>
          }
        />
      </div>
      {threadId !== undefined && (
        <SidePanel onClose={() => open(c)}>
          <ThreadPanel
            key={threadId}
            window={chatWindow}
            threadId={threadId}
            onAppeal={() => setAppealing(true)}
            onShow={(to) => {
              // Where there is no room for both, the thread lies over the chat.
              if (globalThis.matchMedia('(max-width: 1099px)').matches) open(c);
              place.onJump({ seq: to, at: 'center' });
            }}
            onClose={() => open(c)}
          />
        </SidePanel>
      )}
      {isInfoShown && (
        <SidePanel onClose={() => setInfoOpen(false)}>
          {isCommunity ? (
            <PlacePanel
              chatId={parent ?? c}
              ways={<ShelfRows c={c} />}
              onReport={setReport}
              onRoom={open}
              onMention={(member) => {
                // A new object each time: the same person can be named twice.
                setMention({ ...member });
                if (globalThis.matchMedia('(max-width: 1099px)').matches) setInfoOpen(false);
              }}
              onClose={() => setInfoOpen(false)}
            />
          ) : (
            <ChatInfoPanel
              chatId={c}
              ways={<ShelfRows c={c} />}
              onReport={isShared ? setReport : undefined}
              onClose={() => setInfoOpen(false)}
            />
          )}
        </SidePanel>
      )}
      {viewed && (
        <ChatViewer
          window={chatWindow}
          viewed={viewed}
          onReply={setReply}
          onJump={(to) => place.onJump({ seq: to, at: 'center' })}
          onClose={() => setViewed(undefined)}
        />
      )}
      {toAlbum && <AddToAlbum c={c} items={toAlbum} onClose={() => setToAlbum(undefined)} />}
      {report && <ReportPane c={c} target={report} onClose={() => setReport(undefined)} />}
      {isChoosingApp && <ChatAppsPane c={c} onClose={() => setChoosingApp(false)} />}
      {isAppealing && <AppealPane c={parent ?? c} onClose={() => setAppealing(false)} />}
    </>
  );
}

/** Whether the filter of a chat looks at what I write there. */
const isFiltered = (chat: ReturnType<ChatWindow['store']['getState']>['chat']): boolean =>
  chat !== undefined &&
  !isDirect(chat.kind) &&
  !isOfficialKind(chat.kind) &&
  isJoined(chat.me.st) &&
  roleName(chat.me.ro) === 'member';

/** Beside the chat from 1100 px on, over it from the inline end below that, a page of its own on a phone. Where a mini-app stands beside it and there is no room for three, it lies over the chat too, at the app's side. */
function SidePanel({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    globalThis.addEventListener('keydown', close);
    return () => globalThis.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <>
      <div aria-hidden onClick={onClose} className="fixed inset-0 z-8 bg-scrim desk:hidden" />
      <aside
        data-beside
        className="z-9 w-panel flex-none animate-slide overflow-hidden border-s border-line bg-surface [--plane:var(--surface)] max-desk:fixed max-desk:inset-y-0 max-desk:end-0 max-desk:shadow-layer max-tablet:w-full max-tablet:border-0"
      >
        {children}
      </aside>
    </>
  );
}

/** No such chat here, or no longer: who was removed from it learns that, and can ask its admins. */
function MissingChat({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-pane grid min-w-0 flex-1 content-center justify-items-center bg-surface-sunken px-4 py-6 [--plane:var(--surface-sunken)]">
      <RemovedNotice c={c} />
      <EmptyState
        title={t('chat.missing.title')}
        text={t('chat.missing.text')}
        action={
          <LinkButton href="/chats" kind="filled">
            {t('chat.missing.action')}
          </LinkButton>
        }
      />
    </div>
  );
}

function useMissing(chatWindow: ChatWindow): boolean {
  const isAbsent = useStore(chatWindow.store, ({ loaded, chat }) => loaded && chat === undefined);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isAbsent) return undefined;
    const timer = setTimeout(() => setOver(true), MISSING_MS);
    return () => {
      clearTimeout(timer);
      setOver(false);
    };
  }, [isAbsent]);
  return isAbsent && isOver;
}
